import { i18n } from '#i18n';

/** HighLevel's appointment status as its own app says it; nothing for what goes without saying. */
export function statusName(status: string | undefined): string {
  switch (status?.toLowerCase()) {
    case undefined:
    case 'confirmed':
    case 'booked':
      return '';
    default:
      return chosenStatusName(status ?? '');
  }
}

/** The same, for a list of statuses; one we do not know as HighLevel says it. */
export function chosenStatusName(status: string): string {
  switch (status.toLowerCase()) {
    case '':
    case 'booked':
    case 'confirmed':
      return i18n.t('appointments.statusConfirmed');
    case 'new':
      return i18n.t('appointments.statusNew');
    case 'cancelled':
    case 'canceled':
      return i18n.t('appointments.statusCancelled');
    case 'showed':
      return i18n.t('appointments.statusShowed');
    case 'noshow':
      return i18n.t('appointments.statusNoShow');
    case 'invalid':
      return i18n.t('appointments.statusInvalid');
    default:
      return status;
  }
}
