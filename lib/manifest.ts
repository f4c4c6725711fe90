import type { UserManifest } from 'wxt';
import { GHL_HOST, GHL_ORIGIN } from './ghl/origin.ts';

/** Fixes the Chromium extension id, and with it the OAuth redirect address. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4BtxyJYvnUXM6gdpiHQ8I8vQsL/m2RowpkfOknJGHEBZUF6VNsRzEi3AX3lhVb46EHhfGVgWxhnRFhbRNoLRjn4A7WgRA3IzXbE1R0vwdvTyveq4qqN63D82i3eLG2mPUqCeqlLIDVdsYAwFZBVS+yqTCiGXG/FIQYMuLPzqKvHq2IYoWfRH133HJOE17oyNDeOq3CwmsTLfP2kNT0P36zEiR+bUbgFiKyhK5Fo549Syf7A84vy4ghaJOJ0/4pLhjXdyLBk7UD2m9rEGRcYUUjyPaYrnqU6TMeTXkDde6+zHY8KCn7qmEyBrJk43gYbgWo4m9ZtYe7rnKwq9H8UnqQIDAQAB';

/**
 * Pages of ours load nothing but our own files, talk to HighLevel and the broker only, and cannot be framed. Trusted
 * Types without any policy make every HTML sink throw.
 */
function contentSecurityPolicy(brokerUrl: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${GHL_ORIGIN} ${new URL(brokerUrl).origin}`,
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** The manifest but for the pages and the background, which are derived from the entrypoints. */
export function manifest(browser: string, brokerUrl: string): UserManifest {
  return {
    name: '__MSG_manifest_name__',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    minimum_chrome_version: '127',
    permissions: [
      'storage',
      'contextMenus',
      'identity',
      'alarms',
      'scripting',
      'activeTab',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: [GHL_HOST],
    // No site is read before a person switches it on, and each is asked for by name then.
    optional_host_permissions: ['https://*/*'],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: contentSecurityPolicy(brokerUrl) },
    omnibox: { keyword: 'ghl' },
    // Keys that neither browsers nor the CRMs that are read use themselves; a person can change them in the browser.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
      'quick-note': { suggested_key: { default: 'Alt+Shift+E' }, description: '__MSG_command_quickNote__' },
      'quick-task': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_quickTask__' },
    },
    action: { default_title: '__MSG_manifest_open__' },
    ...(browser === 'firefox' ? { browser_specific_settings: firefoxSettings } : { key: PUBLIC_KEY }),
  };
}

const firefoxSettings = {
  // Declaring what data is collected needs Firefox 140, on Android 142.
  gecko_android: { strict_min_version: '142.0' },
  gecko: {
    id: 'alongside@alongside.example',
    strict_min_version: '140.0',
    data_collection_permissions: {
      required: ['authenticationInfo', 'personallyIdentifyingInfo', 'websiteContent', 'personalCommunications'],
    },
  },
} satisfies NonNullable<UserManifest['browser_specific_settings']>;
