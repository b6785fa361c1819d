import type { TableShape } from './table.ts';

/* The columns and values of what Outlook exports, in the languages of its users. */

export const calendarShape: TableShape = {
  columns: {
    subject: ['Subject', 'Betreff', 'Objet', 'Asunto', 'Oggetto', 'Onderwerp', 'Assunto'],
    startDate: [
      'Start Date',
      'Beginnt am',
      'Début',
      'Fecha de comienzo',
      'Data inizio',
      'Begindatum',
      'Data de início',
    ],
    startTime: [
      'Start Time',
      'Beginnt um',
      'Début',
      'Heure de début',
      'Comienzo',
      'Ora inizio',
      'Begintijd',
      'Hora de início',
    ],
    endDate: ['End Date', 'Endet am', 'Fin', 'Fecha de finalización', 'Data fine', 'Einddatum', 'Data de término'],
    endTime: ['End Time', 'Endet um', 'Fin', 'Heure de fin', 'Finalización', 'Ora fine', 'Eindtijd', 'Hora de término'],
    isAllDay: [
      'All day event',
      'Ganztägiges Ereignis',
      'Journée entière',
      'Todo el día',
      'Tutto il giorno',
      'Duurt hele dag',
    ],
    reminder: ['Reminder on/off', 'Erinnerung Ein/Aus', 'Rappel actif/inactif'],
    organizer: ['Meeting Organizer', 'Besprechungsplanung', "Organisateur d'une réunion"],
    required: ['Required Attendees', 'Erforderliche Teilnehmer', 'Participants obligatoires', 'Asistentes necesarios'],
    optional: ['Optional Attendees', 'Optionale Teilnehmer', 'Participants facultatifs', 'Asistentes opcionales'],
    categories: ['Categories', 'Kategorien', 'Catégories', 'Categorías', 'Categorie', 'Categorieën'],
    description: ['Description', 'Beschreibung', 'Descripción', 'Descrizione', 'Beschrijving'],
    location: ['Location', 'Ort', 'Emplacement', 'Ubicación', 'Luogo', 'Locatie'],
    showAs: ['Show time as', 'Zeitspanne zeigen als', 'Afficher la disponibilité', 'Mostrar hora como'],
  },
  required: ['subject', 'startDate', 'startTime'],
};

export const taskShape: TableShape = {
  columns: {
    subject: ['Subject', 'Betreff', 'Objet', 'Asunto'],
    start: ['Start Date', 'Beginnt am', 'Date de début', 'Fecha de inicio'],
    due: ['Due Date', 'Fällig am', 'Échéance', 'Fecha de vencimiento'],
    completed: ['Date Completed', 'Erledigt am', 'Date d’achèvement', 'Fecha de finalización'],
    percent: ['% Complete', '% Erledigt', '% achevé'],
    status: ['Status', 'État', 'Estado'],
    priority: ['Priority', 'Priorität', 'Priorité', 'Prioridad'],
    categories: ['Categories', 'Kategorien', 'Catégories', 'Categorías'],
    notes: ['Notes', 'Notizen', 'Remarques', 'Notas'],
    work: ['Total Work', 'Gesamtaufwand'],
  },
  required: ['subject', 'due'],
};

export const contactShape: TableShape = {
  columns: {
    first: ['First Name', 'Vorname', 'Prénom', 'Nombre'],
    middle: ['Middle Name', 'Weitere Vornamen', 'Deuxième prénom'],
    last: ['Last Name', 'Nachname', 'Nom', 'Apellidos'],
    company: ['Company', 'Firma', 'Société', 'Organización', 'Compañía'],
    title: ['Job Title', 'Position', 'Titre', 'Cargo'],
    email: ['E-mail Address', 'E-Mail-Adresse', 'Adresse de messagerie', 'Dirección de correo electrónico'],
    email2: ['E-mail 2 Address', 'E-Mail 2: Adresse', 'Adresse de messagerie 2'],
    email3: ['E-mail 3 Address', 'E-Mail 3: Adresse', 'Adresse de messagerie 3', 'Adresse de messagerie 3'],
    notes: ['Notes', 'Notizen', 'Remarques', 'Notas'],
  },
  required: ['first', 'last', 'email'],
};

export const isTrue = (text: string) =>
  /^(?:true|wahr|vrai|verdadero|vero|waar|verdadeiro|ein|on|yes|ja|oui|sí|1)$/i.test(text);
export const isHigh = (text: string) => /^(?:high|hoch|haute|alta|hoog)$/i.test(text);
export const isLow = (text: string) => /^(?:low|niedrig|basse|baja|bassa|laag|baixa)$/i.test(text);
export const isFree = (text: string) => /^(?:3|free|frei|libre|libero|vrij|livre)$/i.test(text);

export const isDoneName = (text: string) =>
  /^(?:completed?|abgeschlossen|erledigt|terminée?|achevée?|completad[ao]|completat[ao]|voltooid|concluíd[ao])$/i.test(
    text,
  );
export const isOpenName = (text: string) =>
  /^(?:not started|nicht begonnen|non commencée?|no comenzad[ao]|non iniziat[ao]|niet gestart|niet begonnen|não iniciad[ao])$/i.test(
    text,
  );
export const isBegunName = (text: string) =>
  /^(?:in progress|in bearbeitung|en cours|en curso|in corso|wordt uitgevoerd|em (?:andamento|curso))$/i.test(text);
