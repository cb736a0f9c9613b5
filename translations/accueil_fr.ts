<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>accueil::AboutPage</name>
    <message>
        <source>About Accueil</source>
        <translation>À propos d’Accueil</translation>
    </message>
    <message>
        <source>The front desk of a hospital: patients are found in seconds, heard in their language, and reminded in time.</source>
        <translation>L’accueil d’un hôpital&#xa0;: les patients sont trouvés en quelques secondes, entendus dans leur langue et prévenus à temps.</translation>
    </message>
    <message>
        <source>the keyring of this computer</source>
        <translation>le trousseau de clés de cet ordinateur</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Web API</source>
        <translation>API web</translation>
    </message>
    <message>
        <source>does not listen</source>
        <translation>n’écoute pas</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Built with Qt (LGPL), OpenSSL, libcurl, libphonenumber, QtKeychain, Swagger UI (Apache 2.0), the icons of Lucide (ISC), and the Noto fonts (OFL).</source>
        <translation>Construit avec Qt (LGPL), OpenSSL, libcurl, libphonenumber, QtKeychain, Swagger UI (Apache 2.0), les icônes de Lucide (ISC) et les polices Noto (OFL).</translation>
    </message>
    <message>
        <source>Start a &amp;drill</source>
        <translation>Commencer un e&amp;xercice</translation>
    </message>
    <message>
        <source>Practise with invented patients: nothing is sent</source>
        <translation>S’exercer avec des patients inventés&#xa0;: rien n’est envoyé</translation>
    </message>
</context>
<context>
    <name>accueil::AccountSection</name>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Les deux mots de passe ne sont pas les mêmes.</translation>
    </message>
    <message>
        <source>The administrator</source>
        <translation>L’administrateur</translation>
    </message>
    <message>
        <source>Makes the other accounts.</source>
        <translation>Il crée les autres comptes.</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nom d’&amp;utilisateur</translation>
    </message>
    <message>
        <source>small letters, as in c.mbeng</source>
        <translation>comme c.mbeng</translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation>&amp;E-mail</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>facultatif</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>Encore une f&amp;ois</translation>
    </message>
</context>
<context>
    <name>accueil::AddressPopover</name>
    <message>
        <source>Where tablets find this desk</source>
        <translation>Où les tablettes trouvent ce poste</translation>
    </message>
    <message>
        <source>Page for the tablets</source>
        <translation>Page des tablettes</translation>
    </message>
    <message>
        <source>Square that leads to the tablet page</source>
        <translation>Carré qui mène à la page des tablettes</translation>
    </message>
    <message>
        <source>also %1</source>
        <translation>aussi %1</translation>
    </message>
    <message>
        <source>A new tablet is paired with a code of its own.</source>
        <translation>Une nouvelle tablette s’associe avec un code à elle.</translation>
    </message>
    <message>
        <source>Tablets cannot reach this desk</source>
        <translation>Les tablettes ne peuvent pas joindre ce poste</translation>
    </message>
    <message>
        <source>They are not allowed in the settings, or this computer is in no network.</source>
        <translation>Elles ne sont pas autorisées dans les paramètres, ou cet ordinateur n’est dans aucun réseau.</translation>
    </message>
    <message>
        <source>Programs on this computer: %1</source>
        <translation>Programmes de cet ordinateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>accueil::AppearancePanel</name>
    <message>
        <source>French stands in where a text is missing</source>
        <translation>le français remplace les textes qui manquent</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the window</source>
        <translation>Lan&amp;gue de la fenêtre</translation>
    </message>
    <message>
        <source>Ligh&amp;t or dark</source>
        <translation>&amp;Clair ou sombre</translation>
    </message>
</context>
<context>
    <name>accueil::AppointmentCard</name>
    <message>
        <source>That could not be done</source>
        <translation>Cela n’a pas pu se faire</translation>
    </message>
    <message>
        <source>Appointment %1</source>
        <translation>Rendez-vous %1</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Open the appointment</source>
        <translation>Ouvrir le rendez-vous</translation>
    </message>
</context>
<context>
    <name>accueil::AppointmentDialog</name>
    <message>
        <source>Appointment of %1</source>
        <translation>Rendez-vous de %1</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>Nouveau rendez-vous</translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation>&amp;Patient</translation>
    </message>
    <message>
        <source>name, number or telephone</source>
        <translation>nom, numéro ou téléphone</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Quand</translation>
    </message>
    <message>
        <source>the hospital’s time</source>
        <translation>heure de l’hôpital</translation>
    </message>
    <message>
        <source>Wa&amp;rd</source>
        <translation>Se&amp;rvice</translation>
    </message>
    <message>
        <source>W&amp;ith</source>
        <translation>A&amp;vec</translation>
    </message>
    <message>
        <source>Reminder p&amp;lan</source>
        <translation>P&amp;lan de rappel</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Déroulé</translation>
    </message>
    <message>
        <source>Choose a patient to see what will be sent.</source>
        <translation>Choisissez un patient pour voir ce qui partira.</translation>
    </message>
</context>
<context>
    <name>accueil::AppointmentWords</name>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Déplacé</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Venu</translation>
    </message>
    <message>
        <source>Came late</source>
        <translation>Venu en retard</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Pas venu</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Défaire</translation>
    </message>
    <message>
        <source>at the time of the appointment</source>
        <translation>à l’heure du rendez-vous</translation>
    </message>
    <message numerus="yes">
        <source>%n h before</source>
        <translation>
            <numerusform>%n h avant</numerusform>
            <numerusform>%n h avant</numerusform>
        </translation>
    </message>
    <message>
        <source>Too late for it: it is not sent.</source>
        <translation>Trop tard : il ne part pas.</translation>
    </message>
    <message>
        <source>The record has no number or address for it yet.</source>
        <translation>La fiche n’a pas encore de numéro ni d’adresse pour cela.</translation>
    </message>
    <message>
        <source>The patient does not want such messages.</source>
        <translation>Le patient ne veut pas de ces messages.</translation>
    </message>
</context>
<context>
    <name>accueil::AppointmentsPage</name>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n rendez-vous</numerusform>
            <numerusform>%n rendez-vous</numerusform>
        </translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>Nouveau rendez-vous</translation>
    </message>
    <message>
        <source>Reminder plans</source>
        <translation>Plans de rappel</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>What is shown of appointments</source>
        <translation>Ce qui est montré des rendez-vous</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Who did not come</source>
        <translation>Absences</translation>
    </message>
    <message>
        <source>&amp;Plans…</source>
        <translation>&amp;Plans…</translation>
    </message>
    <message>
        <source>&amp;New appointment</source>
        <translation>&amp;Nouveau rendez-vous</translation>
    </message>
    <message>
        <source>Day before (Alt+←)</source>
        <translation>Jour précédent (Alt+←)</translation>
    </message>
    <message>
        <source>Day after (Alt+→)</source>
        <translation>Jour suivant (Alt+→)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>accueil::Arrivals</name>
    <message numerus="yes">
        <source>%n new feedback</source>
        <translation>
            <numerusform>%n nouveau retour</numerusform>
            <numerusform>%n nouveaux retours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other ward(s)</source>
        <translation>
            <numerusform>%1 et %n autre service</numerusform>
            <numerusform>%1 et %n autres services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::AskWhose</name>
    <message>
        <source>Someone else changed it</source>
        <translation>Quelqu’un d’autre l’a modifié</translation>
    </message>
    <message>
        <source>“%1” was saved from elsewhere while this form was open.</source>
        <translation>«&#xa0;%1&#xa0;» a été enregistré ailleurs pendant que ce formulaire était ouvert.</translation>
    </message>
    <message>
        <source>&amp;Back to the form</source>
        <translation>&amp;Revenir au formulaire</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Garder le mien</translation>
    </message>
    <message>
        <source>&amp;Show theirs</source>
        <translation>&amp;Voir le sien</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>accueil::AttemptList</name>
    <message>
        <source>Tries</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Try %1 · %2</source>
        <translation>Essai %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message>
        <source>code %1 of the provider</source>
        <translation>code %1 de l’opérateur</translation>
    </message>
    <message>
        <source>The provider is asked again: %1</source>
        <translation>L’opérateur sera interrogé de nouveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>Began %1</source>
        <translation>Commencé %1</translation>
    </message>
    <message>
        <source>%1, ended %2</source>
        <translation>%1, fini %2</translation>
    </message>
</context>
<context>
    <name>accueil::BudgetBanner</name>
    <message>
        <source>The SMS budget of the month is spent: SMS wait for the next month</source>
        <translation>Le budget SMS du mois est dépensé&#xa0;: les SMS attendent le mois prochain</translation>
    </message>
    <message>
        <source>%1 % of the month’s SMS budget is spent: %2 of %3</source>
        <translation>%1 % du budget SMS du mois sont dépensés&#xa0;: %2 sur %3</translation>
    </message>
</context>
<context>
    <name>accueil::BudgetMeter</name>
    <message>
        <source>%1 of %2 spent this month (%3 %)</source>
        <translation>%1 sur %2 dépensés ce mois (%3 %)</translation>
    </message>
    <message>
        <source>%1. SMS wait for the next month.</source>
        <translation>%1. Les SMS attendent le mois prochain.</translation>
    </message>
    <message>
        <source>%1. Soon SMS will wait for the next month.</source>
        <translation>%1. Bientôt les SMS attendront le mois prochain.</translation>
    </message>
</context>
<context>
    <name>accueil::BulkDialog</name>
    <message>
        <source>Reminder to all patients of the list</source>
        <translation>Rappel à tous les patients de la liste</translation>
    </message>
    <message>
        <source>Write the message to see who gets it and what it costs.</source>
        <translation>Écrivez le message pour voir qui le reçoit et ce qu’il coûte.</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Quand</translation>
    </message>
    <message>
        <source>the hospital’s time</source>
        <translation>heure de l’hôpital</translation>
    </message>
    <message>
        <source>Ab&amp;out</source>
        <translation>&amp;Objet</translation>
    </message>
    <message>
        <source>Words &amp;from</source>
        <translation>Mo&amp;dèle</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Message</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) get it.</source>
        <translation>
            <numerusform>%n patient le reçoit.</numerusform>
            <numerusform>%n patients le reçoivent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n SMS segment(s)</source>
        <translation>
            <numerusform>%n segment de SMS</numerusform>
            <numerusform>%n segments de SMS</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>amount, currency</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n not: %1</source>
        <translation>
            <numerusform>%n non : %1</numerusform>
            <numerusform>%n non : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody would get it.</source>
        <translation>Personne ne le recevrait.</translation>
    </message>
    <message numerus="yes">
        <source>Schedule %n reminder(s)?</source>
        <translation>
            <numerusform>Prévoir %n rappel ?</numerusform>
            <numerusform>Prévoir %n rappels ?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Schedule them</source>
        <translation>Les &amp;prévoir</translation>
    </message>
    <message>
        <source>%1 of %2 patients</source>
        <translation>%1 patients sur %2</translation>
    </message>
</context>
<context>
    <name>accueil::CalendarModel</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n à trancher</numerusform>
            <numerusform>%n à trancher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refusé</numerusform>
            <numerusform>%n refusés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n SMS</source>
        <translation>
            <numerusform>%n SMS</numerusform>
            <numerusform>%n SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n appel</numerusform>
            <numerusform>%n appels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n email(s)</source>
        <translation>
            <numerusform>%n e-mail</numerusform>
            <numerusform>%n e-mails</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 partis</translation>
    </message>
    <message>
        <source>%1, only if not confirmed</source>
        <translation>%1, seulement sans confirmation</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>an hour of the day</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 · today</source>
        <translation>%1 · auj.</translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation>aucun envoi</translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>day of the month</comment>
        <translation>auj. %1</translation>
    </message>
</context>
<context>
    <name>accueil::CallDialog</name>
    <message>
        <source>Call %1</source>
        <translation>Appeler %1</translation>
    </message>
    <message>
        <source>Number to call: %1</source>
        <translation>Numéro à appeler&#xa0;: %1</translation>
    </message>
    <message>
        <source>Appointment: %1</source>
        <translation>Rendez-vous&#xa0;: %1</translation>
    </message>
    <message>
        <source>What the message says</source>
        <translation>Ce que dit le message</translation>
    </message>
    <message>
        <source>&amp;Not reached</source>
        <translation>&amp;Pas joint</translation>
    </message>
    <message>
        <source>The patient &amp;knows</source>
        <translation>Le patient est préve&amp;nu</translation>
    </message>
</context>
<context>
    <name>accueil::CallsPanel</name>
    <message>
        <source>Number of the d&amp;esk</source>
        <translation>Numéro de l’a&amp;ccueil</translation>
    </message>
    <message>
        <source>that calls ask to ring back</source>
        <translation>que les appels demandent de rappeler</translation>
    </message>
    <message>
        <source>&amp;Public web address</source>
        <translation>Adresse web &amp;publique</translation>
    </message>
    <message>
        <source>where Twilio reaches this program; empty: calls cannot be answered with keys</source>
        <translation>où Twilio joint ce programme ; vide : on ne peut pas répondre aux appels par touches</translation>
    </message>
    <message>
        <source>Web address of &amp;recordings</source>
        <translation>Adresse web des &amp;fichiers audio</translation>
    </message>
    <message>
        <source>empty: a voice reads in French or English</source>
        <translation>vide : une voix lit en français ou en anglais</translation>
    </message>
</context>
<context>
    <name>accueil::CertificateDialog</name>
    <message>
        <source>Save the certificate as</source>
        <translation>Enregistrer le certificat sous</translation>
    </message>
    <message>
        <source>The certificate was not saved</source>
        <translation>Le certificat n’a pas été enregistré</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another place.</source>
        <translation>Impossible d’écrire %1. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>Certificate of this desk</source>
        <translation>Certificat de ce poste</translation>
    </message>
    <message>
        <source>Tablets cannot reach this desk</source>
        <translation>Les tablettes ne peuvent pas joindre ce poste</translation>
    </message>
    <message>
        <source>Allow them in Settings, Tablets; this computer needs a network address too.</source>
        <translation>Autorisez-les dans Paramètres, Tablettes&#xa0;; cet ordinateur doit aussi avoir une adresse réseau.</translation>
    </message>
    <message>
        <source>Addresses for tablets</source>
        <translation>Adresses pour les tablettes</translation>
    </message>
    <message>
        <source>Address for tablets</source>
        <translation>Adresse pour les tablettes</translation>
    </message>
    <message>
        <source>Fingerprint of the hospital’s authority (SHA-256)</source>
        <translation>Empreinte de l’autorité de l’hôpital (SHA-256)</translation>
    </message>
    <message>
        <source>Given by the hospital, good until %1</source>
        <translation>Donné par l’hôpital, valable jusqu’au %1</translation>
    </message>
    <message>
        <source>Good until %1; renewed by itself before</source>
        <translation>Valable jusqu’au %1&#xa0;; renouvelé tout seul avant</translation>
    </message>
    <message>
        <source>Page that hands out the certificate, once for each tablet</source>
        <translation>Page qui donne le certificat, une fois par tablette</translation>
    </message>
    <message>
        <source>Square that leads to the certificate</source>
        <translation>Carré qui mène au certificat</translation>
    </message>
    <message>
        <source>&amp;Save the certificate…</source>
        <translation>&amp;Enregistrer le certificat…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>accueil::ChartCard</name>
    <message>
        <source>Show the &amp;chart</source>
        <translation>Voir le &amp;graphique</translation>
    </message>
    <message>
        <source>Show as a &amp;table</source>
        <translation>Voir en &amp;tableau</translation>
    </message>
    <message>
        <source>Copy as a &amp;picture</source>
        <translation>Copier l’&amp;image</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>&amp;Enregistrer en CSV…</translation>
    </message>
    <message>
        <source>Save the figures as</source>
        <translation>Enregistrer les chiffres sous</translation>
    </message>
    <message>
        <source>What can be done with this chart</source>
        <translation>Que faire de ce graphique</translation>
    </message>
</context>
<context>
    <name>accueil::ChartStories</name>
    <message>
        <source>Week of</source>
        <translation>Semaine du</translation>
    </message>
    <message>
        <source>Mean rating</source>
        <translation>Note moyenne</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>95 % from</source>
        <translation>95&#xa0;% de</translation>
    </message>
    <message>
        <source>95 % to</source>
        <translation>95&#xa0;% à</translation>
    </message>
    <message>
        <source>Usual from</source>
        <translation>Habituel de</translation>
    </message>
    <message>
        <source>Usual to</source>
        <translation>Habituel à</translation>
    </message>
    <message>
        <source>%1: too few answers</source>
        <translation>%1&#xa0;: trop peu de réponses</translation>
    </message>
    <message>
        <source>%1: %2 of 5, %3</source>
        <translation>%1&#xa0;: %2 sur 5, %3</translation>
    </message>
    <message>
        <source>Below the usual range</source>
        <translation>Sous la zone habituelle</translation>
    </message>
    <message>
        <source>Above the usual range</source>
        <translation>Au-dessus de la zone habituelle</translation>
    </message>
    <message numerus="yes">
        <source>Not enough feedback for a course: two weeks with %n answer(s) or more are needed</source>
        <translation>
            <numerusform>Pas assez de retours pour une évolution&#xa0;: il faut deux semaines avec au moins %n réponse</numerusform>
            <numerusform>Pas assez de retours pour une évolution&#xa0;: il faut deux semaines avec au moins %n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>Satisfaction by week</source>
        <translation>La satisfaction, semaine par semaine</translation>
    </message>
    <message>
        <source>Mean of the overall rating, 1 to 5 · %1 · bars: 95 % interval</source>
        <translation>Note moyenne sur 5 · %1 · traits&#xa0;: intervalle à 95&#xa0;%</translation>
    </message>
    <message>
        <source>centre %1</source>
        <translation>centre %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>limite %1</translation>
    </message>
    <message>
        <source>Mean of the overall rating, 1 to 5 · %1 · band: usual range, three standard errors · bars: 95 % interval</source>
        <translation>Note moyenne sur 5 · %1 · zone&#xa0;: moyenne ± 3 erreurs types · traits&#xa0;: intervalle à 95&#xa0;%</translation>
    </message>
    <message>
        <source>Satisfaction has fallen below its usual range</source>
        <translation>La satisfaction est tombée sous sa zone habituelle</translation>
    </message>
    <message>
        <source>Satisfaction is above its usual range</source>
        <translation>La satisfaction dépasse sa zone habituelle</translation>
    </message>
    <message numerus="yes">
        <source>Satisfaction is back in its usual range, after %n unusual week(s)</source>
        <translation>
            <numerusform>La satisfaction est revenue dans sa zone habituelle, après %n semaine inhabituelle</numerusform>
            <numerusform>La satisfaction est revenue dans sa zone habituelle, après %n semaines inhabituelles</numerusform>
        </translation>
    </message>
    <message>
        <source>Satisfaction stays in its usual range, no clear change</source>
        <translation>La satisfaction reste dans sa zone habituelle, pas de changement net</translation>
    </message>
    <message>
        <source>%1, %</source>
        <translation>%1, %</translation>
    </message>
    <message>
        <source>%1 %2 % (%3)</source>
        <translation>%1 %2&#xa0;% (%3)</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <translation>%1&#xa0;: %2&#xa0;; %3</translation>
    </message>
    <message>
        <source>Not enough comments that could be judged</source>
        <translation>Pas assez d’avis dont on connaît le ton</translation>
    </message>
    <message>
        <source>What is said, week by week</source>
        <translation>Ce qui se dit, semaine par semaine</translation>
    </message>
    <message>
        <source>Share of the judged comments, %</source>
        <translation>Part des avis dont on connaît le ton, %</translation>
    </message>
    <message>
        <source>%1 of 10 comments are positive</source>
        <translation>%1 avis sur 10 sont positifs</translation>
    </message>
    <message>
        <source>Share of the judged comments by week, % · period: %1</source>
        <translation>Part des avis par semaine, % · période&#xa0;: %1</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Against all others</source>
        <translation>Face à tous les autres</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mieux</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>moins bien</translation>
    </message>
    <message>
        <source>no clear difference</source>
        <translation>pas d’écart net</translation>
    </message>
    <message>
        <source>%1: clearly below the other wards</source>
        <translation>%1&#xa0;: nettement sous les autres services</translation>
    </message>
    <message numerus="yes">
        <source>%n wards are clearly below the others</source>
        <translation>
            <numerusform>%n service est nettement sous les autres</numerusform>
            <numerusform>%n services sont nettement sous les autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: clearly above the other wards</source>
        <translation>%1&#xa0;: nettement au-dessus des autres services</translation>
    </message>
    <message numerus="yes">
        <source>%n wards are clearly above the others</source>
        <translation>
            <numerusform>%n service est nettement au-dessus des autres</numerusform>
            <numerusform>%n services sont nettement au-dessus des autres</numerusform>
        </translation>
    </message>
    <message>
        <source>No ward can be told from the others</source>
        <translation>Aucun service ne se distingue des autres</translation>
    </message>
    <message>
        <source>Overall rating, 95 % interval · %1</source>
        <translation>Note, intervalle à 95&#xa0;% · %1</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Plaintes</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Retours</translation>
    </message>
    <message>
        <source>of them complaints</source>
        <translation>dont plaintes</translation>
    </message>
    <message>
        <source>Share of responses with a topic, %</source>
        <translation>Part des retours qui ont un sujet, %</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>Un exemple</translation>
    </message>
    <message>
        <source>%1: %2 responses, %3 of them complaints</source>
        <translation>%1&#xa0;: %2 retours, dont %3 plaintes</translation>
    </message>
    <message>
        <source>For example: “%1”</source>
        <translation>Par exemple&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Responses by topic, several possible · %1</source>
        <translation>Retours par sujet, plusieurs possibles · %1</translation>
    </message>
    <message>
        <source>What patients speak about</source>
        <translation>Ce dont parlent les patients</translation>
    </message>
    <message>
        <source>Not enough comments whose topic is known</source>
        <translation>Pas assez d’avis dont on connaît le sujet</translation>
    </message>
    <message>
        <source>Most spoken about, mostly in complaints: %1</source>
        <translation>Sujet dominant, surtout en plainte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Most spoken about: %1</source>
        <translation>Sujet dominant&#xa0;: %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Share, %</source>
        <translation>Part, %</translation>
    </message>
    <message>
        <source>%1: %2 responses, %3 % (%4)</source>
        <translation>%1&#xa0;: %2 retours, %3&#xa0;% (%4)</translation>
    </message>
    <message>
        <source>Responses by language and their mean rating · %1</source>
        <translation>Retours par langue et leur note moyenne · %1</translation>
    </message>
    <message>
        <source>Not enough feedback</source>
        <translation>Pas assez de retours</translation>
    </message>
    <message>
        <source>Most answer in this language: %1</source>
        <translation>Langue la plus choisie&#xa0;: %1</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Recueilli par</translation>
    </message>
    <message>
        <source>Responses by how they came and their mean rating · %1</source>
        <translation>Retours par moyen et leur note moyenne · %1</translation>
    </message>
    <message>
        <source>Most feedback comes by: %1</source>
        <translation>Moyen le plus utilisé&#xa0;: %1</translation>
    </message>
    <message>
        <source>How feedback comes</source>
        <translation>Comment les retours arrivent</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>hour of the day, as in &quot;9 h&quot;</extracomment>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Most feedback comes on this day around this hour: %1, %2</source>
        <translation>Le plus de retours&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Responses by weekday and hour of the hospital · %1 · hatched: too few to be told</source>
        <translation>Retours par jour et par heure · %1 · hachures&#xa0;: trop peu pour être dit</translation>
    </message>
    <message>
        <source>When feedback comes</source>
        <translation>Quand les retours arrivent</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévus</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>as far as channels tell</source>
        <translation>si le canal le dit</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmés</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Share of the planned, %</source>
        <translation>Part des prévus, %</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 reminders (%3), %4 of the planned</source>
        <translation>%1&#xa0;: %2 rappels (%3), %4 des prévus</translation>
    </message>
    <message>
        <source>Reminders due in the period, by channel · %1</source>
        <translation>Rappels de la période, par canal · %1</translation>
    </message>
    <message>
        <source>No reminder was due in this period</source>
        <translation>Aucun rappel dans cette période</translation>
    </message>
    <message>
        <source>What became of reminders</source>
        <translation>Ce que deviennent les rappels</translation>
    </message>
    <message>
        <source>%1 % of the reminders whose fate is known arrived</source>
        <translation>%1&#xa0;% des rappels au sort connu sont arrivés</translation>
    </message>
    <message>
        <source>Arrived, of those of which it is known: %1</source>
        <translation>Remis, parmi ceux dont on le sait&#xa0;: %1</translation>
    </message>
    <message>
        <source>indicative</source>
        <translation>indicatif</translation>
    </message>
    <message numerus="yes">
        <source>%n without success</source>
        <translation>
            <numerusform>%n sans suite</numerusform>
            <numerusform>%n sans suite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best and the last ones; %n more are not drawn</source>
        <translation>
            <numerusform>Les premiers et les derniers ; %n autre n’est pas dessiné</numerusform>
            <numerusform>Les premiers et les derniers ; %n autres ne sont pas dessinés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1 : %2, %3</translation>
    </message>
    <message>
        <source>%1; against all others: %2</source>
        <translation>%1 ; face à tous les autres : %2</translation>
    </message>
    <message numerus="yes">
        <source>Nothing has %n answer(s) yet</source>
        <translation>
            <numerusform>Rien n’a encore %n réponse</numerusform>
            <numerusform>Rien n’a encore %n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>Positive, %</source>
        <translation>Positifs, %</translation>
    </message>
    <message>
        <source>Recommendation, 9 and 10 minus 0 to 6, 95 % interval · %1</source>
        <translation>Recommandation, 9 et 10 moins 0 à 6, intervalle à 95 % · %1</translation>
    </message>
    <message>
        <source>Share of 4 and 5 stars, %, 95 % interval · %1</source>
        <translation>Part des 4 et 5 étoiles, %, intervalle à 95 % · %1</translation>
    </message>
    <message>
        <source>grey: cannot be told from the others · hollow: indicative, n &lt; 30</source>
        <translation>gris : ne se distingue pas · creux : indicatif, n &lt; 30</translation>
    </message>
    <message>
        <source>dashed: all, %1</source>
        <translation>pointillé : tous, %1</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Soins</translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation>Explications</translation>
    </message>
    <message>
        <source>Rooms and equipment</source>
        <translation>Locaux et matériel</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>Note d’ensemble</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Mean of each question, 1 to 5, 95 % interval</source>
        <translation>Moyenne de chaque question, sur 5, intervalle à 95 %</translation>
    </message>
    <message>
        <source>grey: cannot be told from the rest of the hospital</source>
        <translation>gris : ne se distingue pas du reste de l’hôpital</translation>
    </message>
    <message>
        <source>Clearly below the rest of the hospital: %1</source>
        <translation>Nettement sous le reste de l’hôpital : %1</translation>
    </message>
    <message>
        <source>Clearly above the rest of the hospital: %1</source>
        <translation>Nettement au-dessus du reste de l’hôpital : %1</translation>
    </message>
    <message>
        <source>No question stands out from the rest of the hospital</source>
        <translation>Aucune question ne se distingue du reste de l’hôpital</translation>
    </message>
    <message>
        <source>What patients rate, question by question</source>
        <translation>Ce que notent les patients, question par question</translation>
    </message>
    <message>
        <source>Arrived, %</source>
        <translation>Remis, %</translation>
    </message>
    <message>
        <source>Reminders that arrived, by ward of the patient</source>
        <translation>Rappels remis, par service du patient</translation>
    </message>
    <message>
        <source>Share of those whose fate is known, %, 95 % interval · %1</source>
        <translation>Part de ceux au sort connu, %, intervalle à 95 % · %1</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Confirmed, %</source>
        <translation>Confirmés, %</translation>
    </message>
    <message>
        <source>Reminders that arrived, by channel</source>
        <translation>Rappels remis, par canal</translation>
    </message>
    <message>
        <source>Appointments confirmed, by channel</source>
        <translation>Rendez-vous confirmés, par canal</translation>
    </message>
    <message>
        <source>Share of the reminders that left about an appointment, %, 95 % interval · %1</source>
        <translation>Part des rappels de rendez-vous partis, %, intervalle à 95 % · %1</translation>
    </message>
    <message>
        <source>Email does not tell whether it arrived.</source>
        <translation>L’e-mail ne dit pas s’il est arrivé.</translation>
    </message>
    <message>
        <source>more often</source>
        <translation>plus souvent</translation>
    </message>
    <message>
        <source>less often</source>
        <translation>moins souvent</translation>
    </message>
    <message>
        <source>Share of its responses, %</source>
        <translation>Part de ses retours, %</translation>
    </message>
    <message>
        <source>Where it is spoken of: %1</source>
        <translation>Où on en parle : %1</translation>
    </message>
    <message>
        <source>Share of the responses of each ward, %, 95 % interval · %1</source>
        <translation>Part des retours de chaque service, %, intervalle à 95 % · %1</translation>
    </message>
    <message>
        <source>Share of responses, %</source>
        <translation>Part des retours, %</translation>
    </message>
    <message>
        <source>How often it is spoken of: %1</source>
        <translation>Combien de fois on en parle : %1</translation>
    </message>
    <message>
        <source>Share of the responses of each week, % · %1 · bars: 95 % interval</source>
        <translation>Part des retours de chaque semaine, % · %1 · traits : intervalle à 95 %</translation>
    </message>
    <message>
        <source>Reminders that arrived, week by week</source>
        <translation>Rappels remis, semaine par semaine</translation>
    </message>
    <message>
        <source>Share of those whose fate is known, % · %1 · bars: 95 % interval</source>
        <translation>Part de ceux au sort connu, % · %1 · traits : intervalle à 95 %</translation>
    </message>
    <message>
        <source>%1: %2 %, %3</source>
        <translation>%1 : %2 %, %3</translation>
    </message>
    <message numerus="yes">
        <source>Not enough for a course: two weeks with %n or more are needed</source>
        <translation>
            <numerusform>Pas assez pour une évolution : il faut deux semaines avec au moins %n</numerusform>
            <numerusform>Pas assez pour une évolution : il faut deux semaines avec au moins %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::CodeLabel</name>
    <message>
        <source>Code: %1</source>
        <translation>Code&#xa0;: %1</translation>
    </message>
    <message>
        <source>No code</source>
        <translation>Pas de code</translation>
    </message>
    <message>
        <source>Valid %1 min %2 s</source>
        <translation>Valable %1 min %2 s</translation>
    </message>
    <message>
        <source>It has run out</source>
        <translation>Il n’est plus valable</translation>
    </message>
    <message>
        <source>Or type this code</source>
        <translation>Ou saisir ce code</translation>
    </message>
    <message>
        <source>New cod&amp;e</source>
        <translation>Nouveau cod&amp;e</translation>
    </message>
</context>
<context>
    <name>accueil::ConsentDialog</name>
    <message>
        <source>not asked</source>
        <translation>pas demandé</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stop</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>for everything</source>
        <translation>pour tout</translation>
    </message>
    <message>
        <source>The patient said stop: %1</source>
        <translation>Le patient a dit stop : %1</translation>
    </message>
    <message>
        <source>Nothing is sent there until the patient agrees again. Record that below.</source>
        <translation>Rien n’y est envoyé tant que le patient n’a pas redonné son accord. Notez-le ci-dessous.</translation>
    </message>
    <message>
        <source>it was not written down how</source>
        <translation>sans trace de la façon</translation>
    </message>
    <message>
        <source>the number or address had said stop before</source>
        <translation>ce numéro ou cette adresse avait déjà dit stop</translation>
    </message>
    <message>
        <source>written down by %1</source>
        <translation>noté par %1</translation>
    </message>
    <message>
        <source>at the desk</source>
        <translation>à l’accueil</translation>
    </message>
    <message>
        <source>through another program</source>
        <translation>par un autre programme</translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation>par SMS</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>par téléphone</translation>
    </message>
    <message>
        <source>by email</source>
        <translation>par courriel</translation>
    </message>
    <message>
        <source>told by the provider</source>
        <translation>signalé par le prestataire</translation>
    </message>
    <message>
        <source>from an imported file</source>
        <translation>par un fichier importé</translation>
    </message>
    <message>
        <source>on the tablet</source>
        <translation>sur la tablette</translation>
    </message>
    <message>
        <source>Consent of %1</source>
        <translation>Accord de %1</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <translation>&amp;Canal</translation>
    </message>
    <message>
        <source>Messages &amp;about</source>
        <translation>Messages à &amp;propos de</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>The patient sa&amp;ys</source>
        <translation>&amp;Le patient dit</translation>
    </message>
    <message>
        <source>yes, write to me</source>
        <translation>oui, écrivez-moi</translation>
    </message>
    <message>
        <source>no, stop</source>
        <translation>non, stop</translation>
    </message>
    <message>
        <source>&amp;How it was said</source>
        <translation>Co&amp;mment il l’a dit</translation>
    </message>
</context>
<context>
    <name>accueil::ConsentFields</name>
    <message>
        <source>not asked</source>
        <translation>non demandé</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Consent: %1</source>
        <translation>Accord&#xa0;: %1</translation>
    </message>
    <message>
        <source>differs by purpose</source>
        <translation>selon le motif</translation>
    </message>
</context>
<context>
    <name>accueil::DashboardFilters</name>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7&#xa0;j</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Les 7 derniers jours</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30&#xa0;j</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Les 30 derniers jours</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90&#xa0;j</translation>
    </message>
    <message>
        <source>The last 90 days</source>
        <translation>Les 90 derniers jours</translation>
    </message>
    <message>
        <source>12 m</source>
        <translation>12&#xa0;mois</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>Les 12 derniers mois</translation>
    </message>
    <message>
        <source>Choose the first and the last day</source>
        <translation>Choisir le premier et le dernier jour</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Recueilli par</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>under 18</source>
        <translation>moins de 18 ans</translation>
    </message>
    <message>
        <source>18 to 34</source>
        <translation>18 à 34 ans</translation>
    </message>
    <message>
        <source>35 to 49</source>
        <translation>35 à 49 ans</translation>
    </message>
    <message>
        <source>50 to 64</source>
        <translation>50 à 64 ans</translation>
    </message>
    <message>
        <source>65 or more</source>
        <translation>65 ans et plus</translation>
    </message>
</context>
<context>
    <name>accueil::DashboardPage</name>
    <message numerus="yes">
        <source>%n feedback</source>
        <translation>
            <numerusform>%n retour</numerusform>
            <numerusform>%n retours</numerusform>
        </translation>
    </message>
    <message>
        <source>The figures could not be read</source>
        <translation>Les chiffres n’ont pas pu être lus</translation>
    </message>
    <message>
        <source>Save the figures as</source>
        <translation>Enregistrer les chiffres sous</translation>
    </message>
    <message>
        <source>dashboard %1 to %2</source>
        <translation>tableau de bord %1 à %2</translation>
    </message>
    <message>
        <source>Save the figures of the dashboard</source>
        <translation>Enregistrer les chiffres du tableau de bord</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Tableau de bord</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save all figures for a spreadsheet</source>
        <translation>Enregistrer tous les chiffres pour un tableur</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Calcul…</translation>
    </message>
    <message>
        <source>Save the report as</source>
        <translation>Enregistrer le rapport sous</translation>
    </message>
    <message>
        <source>report %1</source>
        <translation>rapport %1</translation>
    </message>
    <message>
        <source>Save the dashboard as a report</source>
        <translation>Enregistrer le tableau de bord en rapport</translation>
    </message>
    <message>
        <source>Views of the dashboard</source>
        <translation>Vues du tableau de bord</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Wards</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Rappels</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save this period as a report for the board</source>
        <translation>Enregistrer cette période en rapport pour le conseil</translation>
    </message>
</context>
<context>
    <name>accueil::DashboardReport</name>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>pattern of a month and its year: &quot;October 2026&quot;</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>Every figure is counted anew from the feedback and reminders of the period; its last day is included. n is the number of answers that it rests on: a question that somebody left out is in no denominator.</source>
        <translation>Chaque chiffre est recompté à partir des retours et des rappels de la période, dernier jour compris. n est le nombre de réponses sur lequel il repose : une question laissée sans réponse n’est dans aucun dénominateur.</translation>
    </message>
    <message>
        <source>Intervals are 95 % intervals: of shares by Wilson&apos;s score (1927), of means and of the recommendation score by the bootstrap (Efron, Tibshirani 1993).</source>
        <translation>Les intervalles sont à 95 % : pour les parts, celui de Wilson (1927) ; pour les moyennes et la recommandation, le bootstrap (Efron, Tibshirani 1993).</translation>
    </message>
    <message>
        <source>Two figures are called different only where their intervals do not overlap; what cannot be told from the others is grey. Figures of fewer than 30 answers are indicative, and nothing is called better or worse by them.</source>
        <translation>Deux chiffres ne sont dits différents que si leurs intervalles ne se recouvrent pas ; ce qui ne se distingue pas est en gris. Un chiffre de moins de 30 réponses est indicatif, et rien n’est dit meilleur ou moins bon d’après lui.</translation>
    </message>
    <message>
        <source>Groups of fewer than %1 answers are not shown, so that nobody can be recognised.</source>
        <translation>Les groupes de moins de %1 réponses ne sont pas montrés, pour que personne ne soit reconnu.</translation>
    </message>
    <message>
        <source>The usual range is that of a control chart: the mean of the weeks shown and three standard errors around it, from the spread within the weeks (Montgomery 2013). A week outside it is a signal to look for a cause.</source>
        <translation>La zone habituelle est celle d’une carte de contrôle : la moyenne des semaines montrées et trois erreurs types autour, d’après la dispersion à l’intérieur des semaines (Montgomery 2013). Une semaine au-dehors invite à chercher une cause.</translation>
    </message>
    <message>
        <source>The recommendation score is the share of 9 and 10 minus the share of 0 to 6 (Reichheld 2003), from −100 to +100. Different scales are never averaged with each other.</source>
        <translation>Le score de recommandation est la part des 9 et 10 moins celle des 0 à 6 (Reichheld 2003), de −100 à +100. Des échelles différentes ne sont jamais mêlées dans une moyenne.</translation>
    </message>
    <message>
        <source>Sentiment and topics are read from words in French and English by a program, corrected by people; a rating that somebody gave is never changed by it.</source>
        <translation>Le ton et les sujets sont lus dans les mots français et anglais par un programme, et corrigés par des personnes ; une note donnée n’en est jamais changée.</translation>
    </message>
    <message>
        <source>Reminders whose fate is not known are in no share. Changes are against the period of as many days just before: %1.</source>
        <translation>Les rappels dont on ignore le sort ne sont dans aucune part. Les évolutions sont mesurées face à la période d’autant de jours juste avant : %1.</translation>
    </message>
    <message>
        <source>What patients say – %1</source>
        <translation>Ce que disent les patients – %1</translation>
    </message>
    <message>
        <source>What patients say</source>
        <translation>Ce que disent les patients</translation>
    </message>
    <message>
        <source>Report for the board, made on %1</source>
        <translation>Rapport pour le conseil, établi le %1</translation>
    </message>
    <message>
        <source>Aggregates only: no patient is named, groups of fewer than %1 are not shown.</source>
        <translation>Chiffres d’ensemble seulement : aucun patient n’est nommé, les groupes de moins de %1 ne sont pas montrés.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>En bref</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>How this was counted</source>
        <translation>Comment on a compté</translation>
    </message>
</context>
<context>
    <name>accueil::DayList</name>
    <message>
        <source>The appointments could not be read</source>
        <translation>Les rendez-vous n’ont pas pu être lus</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n of this day are shown.</source>
        <translation>
            <numerusform>Seul le premier de ce jour est montré.</numerusform>
            <numerusform>Seuls les %n premiers de ce jour sont montrés.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Open the patient’s record</source>
        <translation>Ouvrir la fiche du patient</translation>
    </message>
    <message>
        <source>Open the appointment</source>
        <translation>Ouvrir le rendez-vous</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>Cela n’a pas pu se faire</translation>
    </message>
    <message>
        <source>No appointment on this day</source>
        <translation>Aucun rendez-vous ce jour</translation>
    </message>
    <message>
        <source>They are made from the record of a patient.</source>
        <translation>Ils se prennent depuis la fiche d’un patient.</translation>
    </message>
    <message>
        <source>Reading the appointments…</source>
        <translation>Lecture des rendez-vous…</translation>
    </message>
</context>
<context>
    <name>accueil::DialogFrame</name>
    <message>
        <source>Close without saving?</source>
        <translation>Fermer sans enregistrer&#xa0;?</translation>
    </message>
    <message>
        <source>What you typed here will be lost.</source>
        <translation>Ce que vous avez écrit ici sera perdu.</translation>
    </message>
    <message>
        <source>Close &amp;without saving</source>
        <translation>Fermer &amp;sans enregistrer</translation>
    </message>
    <message>
        <source>&amp;Go on writing</source>
        <translation>&amp;Continuer à écrire</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>accueil::DisputeDialog</name>
    <message>
        <source>They cannot be read</source>
        <translation>Impossible de les lire</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n à comparer</numerusform>
            <numerusform>%n à comparer</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Rien à comparer</translation>
    </message>
    <message>
        <source>All of them are settled.</source>
        <translation>Tout est tranché.</translation>
    </message>
    <message>
        <source>The two cannot be read</source>
        <translation>Impossible de lire les deux</translation>
    </message>
    <message>
        <source>Stored here</source>
        <translation>Enregistré ici</translation>
    </message>
    <message>
        <source>Received later</source>
        <translation>Reçu ensuite</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s), marked with a sign and in bold. %1</source>
        <translation>
            <numerusform>%n différence, avec un signe et en gras. %1</numerusform>
            <numerusform>%n différences, avec un signe et en gras. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 differs. Stored: %2. Received: %3</source>
        <translation>%1&#xa0;: différent. Enregistré&#xa0;: %2. Reçu&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1, the same: %2</source>
        <translation>%1, pareil&#xa0;: %2</translation>
    </message>
    <message>
        <source>What was received later is kept.</source>
        <translation>Ce qui a été reçu ensuite est gardé.</translation>
    </message>
    <message>
        <source>What was stored here is kept.</source>
        <translation>Ce qui était enregistré est gardé.</translation>
    </message>
    <message>
        <source>Somebody else has chosen already</source>
        <translation>Quelqu’un d’autre a déjà choisi</translation>
    </message>
    <message>
        <source>What they kept stays. Here is what is still open.</source>
        <translation>Son choix reste. Voici ce qui reste à comparer.</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>Cela n’a pas pu être fait</translation>
    </message>
    <message>
        <source>To compare</source>
        <translation>À comparer</translation>
    </message>
    <message>
        <source>&amp;Which ones</source>
        <translation>&amp;Lesquels</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Keep what is &amp;stored</source>
        <translation>&amp;Garder l’enregistré</translation>
    </message>
    <message>
        <source>Keep what was &amp;received</source>
        <translation>Garder le &amp;reçu</translation>
    </message>
    <message>
        <source>Reading the two…</source>
        <translation>Lecture des deux…</translation>
    </message>
    <message>
        <source>Listen to the stored recording</source>
        <translation>Écouter l’enregistrement d’ici</translation>
    </message>
    <message>
        <source>Listen to the recording that was received</source>
        <translation>Écouter l’enregistrement reçu</translation>
    </message>
</context>
<context>
    <name>accueil::DisputeWords</name>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Wants to be called</source>
        <translation>Veut être rappelé</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Visage</translation>
    </message>
    <message>
        <source>Care received</source>
        <translation>Soins reçus</translation>
    </message>
    <message>
        <source>Listening and explanations</source>
        <translation>Écoute et explications</translation>
    </message>
    <message>
        <source>Rooms and cleanliness</source>
        <translation>Locaux et propreté</translation>
    </message>
    <message>
        <source>The stay as a whole</source>
        <translation>Séjour dans l’ensemble</translation>
    </message>
    <message>
        <source>Would recommend</source>
        <translation>Recommanderait</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Donné le</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>with a recording</source>
        <translation>avec un enregistrement</translation>
    </message>
    <message>
        <source>another recording</source>
        <translation>un autre enregistrement</translation>
    </message>
</context>
<context>
    <name>accueil::DrillBanner</name>
    <message>
        <source>DRILL</source>
        <translation>EXERCICE</translation>
    </message>
    <message>
        <source>%1 – nothing is sent</source>
        <translation>%1 – rien n’est envoyé</translation>
    </message>
    <message>
        <source>Invented patients. Everything is gone when this window is closed.</source>
        <translation>Patients inventés. Tout disparaît quand cette fenêtre se ferme.</translation>
    </message>
</context>
<context>
    <name>accueil::DrillModel</name>
    <message>
        <source>Taken at</source>
        <translation>Pris à</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>accueil::DrillPage</name>
    <message>
        <source>Taken: %1</source>
        <translation>Pris&#xa0;: %1</translation>
    </message>
    <message>
        <source>Delivered: %1</source>
        <translation>Reçus&#xa0;: %1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Refusés&#xa0;: %1</translation>
    </message>
    <message>
        <source>In doubt: %1</source>
        <translation>Incertains&#xa0;: %1</translation>
    </message>
    <message>
        <source>Messages that it &amp;hits: %1 %</source>
        <translation>Messages &amp;touchés&#xa0;: %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The provider is out of reach until %1</source>
        <translation>L’opérateur est injoignable jusqu’à %1</translation>
    </message>
    <message>
        <source>What became due long before that is late then and waits for a decision among the reminders.</source>
        <translation>Ce qui devait partir bien avant sera alors en retard et attendra une décision dans les rappels.</translation>
    </message>
    <message>
        <source>Make 20 reminders due</source>
        <translation>Faire partir 20 rappels</translation>
    </message>
    <message>
        <source>Stop sending for two minutes</source>
        <translation>Arrêter l’envoi deux minutes</translation>
    </message>
    <message>
        <source>nothing: every message is taken</source>
        <translation>rien&#xa0;: chaque message est pris</translation>
    </message>
    <message>
        <source>it is busy and asks for patience</source>
        <translation>il est surchargé et demande de patienter</translation>
    </message>
    <message>
        <source>it is out of reach</source>
        <translation>il est injoignable</translation>
    </message>
    <message>
        <source>it refuses the numbers for good</source>
        <translation>il refuse les numéros pour de bon</translation>
    </message>
    <message>
        <source>telephones are switched off</source>
        <translation>les téléphones sont éteints</translation>
    </message>
    <message>
        <source>it takes messages, but its answer is lost</source>
        <translation>il prend les messages, mais sa réponse se perd</translation>
    </message>
    <message>
        <source>it is slow to answer</source>
        <translation>il répond lentement</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>&amp;Make 20 reminders due</source>
        <translation>&amp;Faire partir 20 rappels</translation>
    </message>
    <message>
        <source>&amp;Stop sending for two minutes</source>
        <translation>&amp;Arrêter l’envoi deux minutes</translation>
    </message>
    <message>
        <source>What goes wrong at the &amp;provider</source>
        <translation>Ce qui ne va pas chez l’&amp;opérateur</translation>
    </message>
    <message>
        <source>Messages that would have left</source>
        <translation>Messages qui seraient partis</translation>
    </message>
    <message>
        <source>Nothing would have left yet</source>
        <translation>Rien ne serait encore parti</translation>
    </message>
    <message>
        <source>Make some reminders due: within seconds they appear here, as a provider would see them.</source>
        <translation>Faites partir des rappels&#xa0;: en quelques secondes ils apparaissent ici, comme un opérateur les verrait.</translation>
    </message>
</context>
<context>
    <name>accueil::DuplicateBanner</name>
    <message>
        <source>same telephone</source>
        <translation>même téléphone</translation>
    </message>
    <message>
        <source>same year of birth</source>
        <translation>même année de naissance</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>même nom</translation>
    </message>
    <message>
        <source>close name</source>
        <translation>nom proche</translation>
    </message>
    <message>
        <source>Perhaps the same person: %1 “%2”</source>
        <translation>Doublon possible&#xa0;: %1 «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>Open the other record</source>
        <translation>Ouvrir l’autre fiche</translation>
    </message>
    <message>
        <source>They are two persons</source>
        <translation>Ce sont deux personnes</translation>
    </message>
</context>
<context>
    <name>accueil::EmailPanel</name>
    <message>
        <source>Mail &amp;server</source>
        <translation>Ser&amp;veur de messagerie</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>Por&amp;t</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>Chi&amp;ffrement</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Acc&amp;ount</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>stored encrypted</source>
        <translation>gardé chiffré</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>Expé&amp;diteur</translation>
    </message>
    <message>
        <source>the address that patients see; empty: the account</source>
        <translation>l’adresse que voient les patients&#xa0;; vide&#xa0;: le compte</translation>
    </message>
</context>
<context>
    <name>accueil::FaceRow</name>
    <message>
        <source>Very bad</source>
        <translation>Très mal</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Très bien</translation>
    </message>
</context>
<context>
    <name>accueil::FeedbackDialog</name>
    <message>
        <source>Feedback of %1</source>
        <translation>Retour&#xa0;: %1</translation>
    </message>
    <message>
        <source>New feedback</source>
        <translation>Nouveau retour</translation>
    </message>
    <message>
        <source>Save and ne&amp;xt</source>
        <translation>Enregistrer et s&amp;uivant</translation>
    </message>
    <message>
        <source>begun at %1</source>
        <translation>commencé à %1</translation>
    </message>
    <message>
        <source>Begin &amp;afresh</source>
        <translation>Re&amp;commencer à zéro</translation>
    </message>
    <message>
        <source>draft kept at %1, in memory only</source>
        <translation>brouillon gardé à %1, en mémoire seulement</translation>
    </message>
    <message>
        <source>saved; the next one</source>
        <translation>enregistré&#xa0;; au suivant</translation>
    </message>
    <message>
        <source>As the person said it, without names of others.</source>
        <translation>Comme la personne l’a dit, sans le nom d’autres gens.</translation>
    </message>
    <message>
        <source>Write it as it was said; a person translates it into French later.</source>
        <translation>À écrire comme cela a été dit&#xa0;; une personne le traduira plus tard en français.</translation>
    </message>
    <message>
        <source>Choose a face, give stars or write what was said.</source>
        <translation>Choisissez un visage, mettez des étoiles ou écrivez ce qui a été dit.</translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation>&amp;Patient</translation>
    </message>
    <message>
        <source>name, number or telephone</source>
        <translation>nom, numéro ou téléphone</translation>
    </message>
    <message>
        <source>&amp;No name (no record is linked)</source>
        <translation>&amp;Sans nom (la fiche n’est pas liée)</translation>
    </message>
    <message>
        <source>Choose a ward</source>
        <translation>Choisir un service</translation>
    </message>
    <message>
        <source>Which &amp;ward?</source>
        <translation>Ser&amp;vice concerné</translation>
    </message>
    <message>
        <source>How was it, all in all?</source>
        <translation>Impression générale</translation>
    </message>
    <message>
        <source>keys 1 to 5</source>
        <translation>touches 1 à 5</translation>
    </message>
    <message>
        <source>Would the person recommend the hospital?</source>
        <translation>Recommanderait l’hôpital&#xa0;?</translation>
    </message>
    <message>
        <source>0 not at all · 10 gladly · ← →</source>
        <translation>0 pas du tout · 10 sans hésiter · ← →</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>↑ ↓ change the line · 0 clears</source>
        <translation>↑ ↓ changer de ligne · 0 effacer</translation>
    </message>
    <message>
        <source>Care received</source>
        <translation>Soins reçus</translation>
    </message>
    <message>
        <source>Listening and explanations</source>
        <translation>Écoute et explications</translation>
    </message>
    <message>
        <source>Rooms and cleanliness</source>
        <translation>Locaux et propreté</translation>
    </message>
    <message>
        <source>The stay as a whole</source>
        <translation>Séjour dans l’ensemble</translation>
    </message>
    <message>
        <source>The person’s wo&amp;rds</source>
        <translation>Ses &amp;mots</translation>
    </message>
    <message>
        <source>Ctrl+; then b gives ɓ</source>
        <translation>Ctrl+; puis b donne ɓ</translation>
    </message>
    <message>
        <source>The person’s words</source>
        <translation>Ses mots</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>Langue parlée</translation>
    </message>
    <message>
        <source>The voice</source>
        <translation>Sa voix</translation>
    </message>
    <message>
        <source>How it reached the hospital</source>
        <translation>Par quel moyen</translation>
    </message>
    <message>
        <source>Choose the ward that the person speaks of.</source>
        <translation>Choisissez le service dont parle la personne.</translation>
    </message>
</context>
<context>
    <name>accueil::FeedbackModel</name>
    <message>
        <source>%1, not matched</source>
        <translation>%1, fiche introuvable</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>%1/5</source>
        <translation>%1/5</translation>
    </message>
    <message>
        <source>With a recording</source>
        <translation>Avec un enregistrement</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Visage</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Étoiles</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Reçu par</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
</context>
<context>
    <name>accueil::FeedbackPage</name>
    <message>
        <source>Delete this feedback?</source>
        <translation>Supprimer ce retour&#xa0;?</translation>
    </message>
    <message>
        <source>%1, %2. What the person said is gone for good, the recording too.</source>
        <translation>%1, %2. Ce que la personne a dit disparaît pour de bon, l’enregistrement aussi.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Save the recording as</source>
        <translation>Enregistrer le son sous</translation>
    </message>
    <message>
        <source>recording-%1</source>
        <translation>enregistrement-%1</translation>
    </message>
    <message>
        <source>Recording saved</source>
        <translation>Son enregistré</translation>
    </message>
    <message>
        <source>It lies unprotected at %1. Delete it there when it is no longer needed.</source>
        <translation>Il se trouve sans protection ici&#xa0;: %1. Supprimez-le quand il ne sert plus.</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>Cela n’a pas pu se faire</translation>
    </message>
    <message>
        <source>New feedback</source>
        <translation>Nouveau retour</translation>
    </message>
    <message>
        <source>Import feedback from a file</source>
        <translation>Importer des retours d’un fichier</translation>
    </message>
    <message numerus="yes">
        <source>%n feedback</source>
        <translation>
            <numerusform>%n retour</numerusform>
            <numerusform>%n retours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feedback in this list</source>
        <translation>
            <numerusform>%n retour dans cette liste</numerusform>
            <numerusform>%n retours dans cette liste</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter or F2: edit</source>
        <translation>Entrée ou F2&#xa0;: modifier</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Take a filter away to see more.</source>
        <translation>Enlevez un filtre pour en voir plus.</translation>
    </message>
    <message>
        <source>No feedback yet</source>
        <translation>Pas encore de retour</translation>
    </message>
    <message>
        <source>Ask the next person how it went.</source>
        <translation>Demandez à la prochaine personne comment cela s’est passé.</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Retours</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>&amp;New feedback</source>
        <translation>&amp;Nouveau retour</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 mois</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Étoiles</translation>
    </message>
    <message>
        <source>2 stars or less</source>
        <translation>2 étoiles ou moins</translation>
    </message>
    <message>
        <source>3 stars or less</source>
        <translation>3 étoiles ou moins</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Reçu par</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Number not matched</source>
        <translation>Fiche introuvable</translation>
    </message>
    <message>
        <source>In the registry</source>
        <translation>Fiche trouvée</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Choisir les colonnes</translation>
    </message>
    <message>
        <source>Reading the feedback…</source>
        <translation>Lecture des retours…</translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) to compare</source>
        <translation>
            <numerusform>%n envoi à comparer</numerusform>
            <numerusform>%n envois à comparer</numerusform>
        </translation>
    </message>
    <message>
        <source>A tablet sent something else under an identity that was taken. Nothing is lost: keep one of the two.</source>
        <translation>Une tablette a envoyé autre chose sous une identité déjà prise. Rien n’est perdu&#xa0;: gardez l’un des deux.</translation>
    </message>
    <message>
        <source>Unlink this feedback from %1?</source>
        <translation>Délier ce retour de %1&#xa0;?</translation>
    </message>
    <message>
        <source>It stays, without a name, and leaves the patient’s time line. It can be linked again.</source>
        <translation>Il reste, sans nom, et quitte l’historique du patient. On peut le lier de nouveau.</translation>
    </message>
    <message>
        <source>It waits again under the number as given, %1, and leaves the patient’s time line.</source>
        <translation>Il attend de nouveau sous le numéro donné, %1, et quitte l’historique du patient.</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>&amp;Délier</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>C&amp;omparer</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Tableau de bord</translation>
    </message>
</context>
<context>
    <name>accueil::FeedbackPane</name>
    <message>
        <source>Not matched</source>
        <translation>Fiche introuvable</translation>
    </message>
    <message>
        <source>What the recording says</source>
        <translation>Ce que dit l’enregistrement</translation>
    </message>
    <message>
        <source>The person’s words</source>
        <translation>Ses mots</translation>
    </message>
    <message>
        <source>Choose a feedback in the list to read it here.</source>
        <translation>Choisissez un retour dans la liste pour le lire ici.</translation>
    </message>
    <message>
        <source>Edit this feedback (F2)</source>
        <translation>Modifier ce retour (F2)</translation>
    </message>
    <message>
        <source>Delete this feedback</source>
        <translation>Supprimer ce retour</translation>
    </message>
    <message>
        <source>In French</source>
        <translation>En français</translation>
    </message>
    <message>
        <source>Save the recording as…</source>
        <translation>Enregistrer le son sous…</translation>
    </message>
    <message>
        <source>Open the patient’s record</source>
        <translation>Ouvrir la fiche du patient</translation>
    </message>
    <message>
        <source>Chosen feedback</source>
        <translation>Retour choisi</translation>
    </message>
    <message>
        <source>Asks to be called about this</source>
        <translation>Demande à être rappelé à ce sujet</translation>
    </message>
    <message>
        <source>Tablet: %1</source>
        <translation>Tablette&#xa0;: %1</translation>
    </message>
    <message>
        <source>Time of the tablet: %1</source>
        <translation>Heure de la tablette&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Link to a patient</source>
        <translation>&amp;Lier à un patient</translation>
    </message>
    <message>
        <source>Unlin&amp;k</source>
        <translation>&amp;Délier</translation>
    </message>
    <message>
        <source>Listen to the recording</source>
        <translation>Écouter l’enregistrement</translation>
    </message>
</context>
<context>
    <name>accueil::FigureWords</name>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1 to %2 %</source>
        <translation>%1 à %2&#xa0;%</translation>
    </message>
    <message>
        <source>%1 · indicative</source>
        <translation>%1 · indicatif</translation>
    </message>
    <message>
        <source>n &lt; %1</source>
        <translation>n &lt; %1</translation>
    </message>
    <message>
        <source>no ward given</source>
        <translation>service non indiqué</translation>
    </message>
</context>
<context>
    <name>accueil::FilterChip</name>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Tout montrer</translation>
    </message>
</context>
<context>
    <name>accueil::FirstRunPage</name>
    <message>
        <source>Name and languages</source>
        <translation>Nom et langues</translation>
    </message>
    <message>
        <source>First account</source>
        <translation>Premier compte</translation>
    </message>
    <message>
        <source>Where they stay</source>
        <translation>Où elles restent</translation>
    </message>
    <message>
        <source>To print now</source>
        <translation>À imprimer maintenant</translation>
    </message>
    <message>
        <source>Remaining: %1</source>
        <translation>Reste&#xa0;: %1</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>One page, about three minutes. Everything can be changed later, except the key.</source>
        <translation>Une seule page, environ trois minutes. Tout pourra être changé ensuite, sauf la clé.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Premier démarrage</translation>
    </message>
    <message>
        <source>Open A&amp;ccueil</source>
        <translation>Ouvrir &amp;Accueil</translation>
    </message>
</context>
<context>
    <name>accueil::ForecastBanner</name>
    <message>
        <source>At present nothing leaves on this channel: %1</source>
        <translation>En ce moment, rien ne part par ce moyen&#xa0;: %1</translation>
    </message>
    <message>
        <source>Message %1 of %2 that the patient may get that day.</source>
        <translation>Message %1 sur %2 permis au patient ce jour-là.</translation>
    </message>
    <message>
        <source>As it is, this will not be sent</source>
        <translation>En l’état, ce rappel ne partira pas</translation>
    </message>
    <message>
        <source>Due %1, but nobody knows when it will leave</source>
        <translation>Prévu %1, mais nul ne sait quand il partira</translation>
    </message>
    <message>
        <source>Leaves %1 instead of %2</source>
        <translation>Partira %1 au lieu de %2</translation>
    </message>
    <message>
        <source>Leaves %1</source>
        <translation>Partira %1</translation>
    </message>
    <message>
        <source>As it is, this cannot be saved</source>
        <translation>En l’état, ce rappel ne peut pas être enregistré</translation>
    </message>
    <message>
        <source>The appointment is over by then.</source>
        <translation>Le rendez-vous sera passé d’ici là.</translation>
    </message>
    <message>
        <source>It is of no use any more by then.</source>
        <translation>Il ne servira plus à rien d’ici là.</translation>
    </message>
    <message>
        <source>In these words: “%1”</source>
        <translation>Dans ces termes&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>accueil::HelpDialog</name>
    <message>
        <source>The keys</source>
        <translation>Les touches</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Aller à une page</translation>
    </message>
    <message>
        <source>Find a patient, a page, an action</source>
        <translation>Chercher un patient, une page, une action</translation>
    </message>
    <message>
        <source>New: patient, feedback, reminder …, on its page</source>
        <translation>Nouveau&#xa0;: patient, retour, rappel…, sur sa page</translation>
    </message>
    <message>
        <source>Change what is chosen</source>
        <translation>Modifier ce qui est choisi</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Walk through a list</source>
        <translation>Parcourir une liste</translation>
    </message>
    <message>
        <source>Open what is chosen</source>
        <translation>Ouvrir ce qui est choisi</translation>
    </message>
    <message>
        <source>Save a form</source>
        <translation>Enregistrer un formulaire</translation>
    </message>
    <message>
        <source>Close a form or the search</source>
        <translation>Fermer un formulaire ou la recherche</translation>
    </message>
    <message>
        <source>Faces and stars</source>
        <translation>Visages et étoiles</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Relire la liste</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Cette aide</translation>
    </message>
    <message>
        <source>New feedback of the chosen patient</source>
        <translation>Nouveau retour du patient choisi</translation>
    </message>
    <message>
        <source>New reminder for the chosen patient</source>
        <translation>Nouveau rappel pour le patient choisi</translation>
    </message>
</context>
<context>
    <name>accueil::HelpSheet</name>
    <message>
        <source>Same network</source>
        <translation>Même réseau</translation>
    </message>
    <message>
        <source>Connect the tablet to the hospital’s Wi-Fi, the one that this desk is in. The Internet is not needed.</source>
        <translation>Connectez la tablette au Wi-Fi de l’hôpital, celui de ce poste. Internet n’est pas nécessaire.</translation>
    </message>
    <message>
        <source>Install the certificate, once for each tablet</source>
        <translation>Installer le certificat, une fois par tablette</translation>
    </message>
    <message>
        <source>Aim the tablet’s camera at this square and follow the page that opens.</source>
        <translation>Visez ce carré avec l’appareil photo de la tablette et suivez la page qui s’ouvre.</translation>
    </message>
    <message>
        <source>Android: Settings, search “CA certificate”, Install anyway, choose the file that was loaded.</source>
        <translation>Android&#xa0;: Paramètres, chercher «&#xa0;certificat CA&#xa0;», Installer quand même, choisir le fichier reçu.</translation>
    </message>
    <message>
        <source>iPad: Settings, Profile downloaded, Install; then General, About, Certificate Trust Settings, switch it on.</source>
        <translation>iPad&#xa0;: Réglages, Profil téléchargé, Installer&#xa0;; puis Général, Informations, Réglages des certificats, l’activer.</translation>
    </message>
    <message>
        <source>Without it there is no microphone, and nothing works without the network.</source>
        <translation>Sans lui, pas de micro, et rien ne marche sans le réseau.</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Associer</translation>
    </message>
    <message>
        <source>At the desk: Tablets, Pair a tablet (Ctrl+N), name and ward, then aim the camera at the square on the screen. Or open this page and type the code.</source>
        <translation>Au bureau&#xa0;: Tablettes, Associer une tablette (Ctrl+N), nom et service, puis viser le carré de l’écran avec l’appareil photo. Ou ouvrir cette page et saisir le code.</translation>
    </message>
    <message>
        <source>In the browser’s menu choose “Add to home screen”: the page then opens like a program.</source>
        <translation>Dans le menu du navigateur, choisir «&#xa0;Ajouter à l’écran d’accueil&#xa0;»&#xa0;: la page s’ouvre ensuite comme une application.</translation>
    </message>
    <message>
        <source>Prepare a tablet</source>
        <translation>Préparer une tablette</translation>
    </message>
    <message>
        <source>Same fingerprint on both sides?</source>
        <translation>Même empreinte des deux côtés&#xa0;?</translation>
    </message>
    <message>
        <source>If it does not work</source>
        <translation>Si cela ne marche pas</translation>
    </message>
    <message>
        <source>The page does not open: is the tablet in the same Wi-Fi, and is Accueil open at the desk? “Not secure”: the certificate is not installed. The code is refused: it works once, for 10 minutes; make a new one.</source>
        <translation>La page ne s’ouvre pas&#xa0;: la tablette est-elle dans le même Wi-Fi, et Accueil est-il ouvert au bureau&#xa0;? «&#xa0;Non sécurisé&#xa0;»&#xa0;: le certificat n’est pas installé. Le code est refusé&#xa0;: il sert une fois, pendant 10 minutes&#xa0;; faites-en un nouveau.</translation>
    </message>
    <message>
        <source>prepare-a-tablet</source>
        <translation>preparer-une-tablette</translation>
    </message>
</context>
<context>
    <name>accueil::HospitalPanel</name>
    <message>
        <source>&amp;Name of the hospital</source>
        <translation>&amp;Nom de l’hôpital</translation>
    </message>
    <message>
        <source>&amp;Short name, SMS</source>
        <translation>No&amp;m court, SMS</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Fuseau</translation>
    </message>
    <message>
        <source>Languages of the patients</source>
        <translation>Langues des patients</translation>
    </message>
    <message>
        <source>Language of patients: %1</source>
        <translation>Langue des patients&#xa0;: %1</translation>
    </message>
    <message>
        <source>Patients who were never as&amp;ked</source>
        <translation>Patients à &amp;qui l’on n’a pas demandé</translation>
    </message>
    <message>
        <source>get messages about their care, but no surveys</source>
        <translation>reçoivent les messages de soins, pas d’enquêtes</translation>
    </message>
    <message>
        <source>get no messages before they agree</source>
        <translation>ne reçoivent rien avant d’avoir accepté</translation>
    </message>
    <message>
        <source>SMS that give &amp;an illness away</source>
        <translation>SMS révélant une mala&amp;die</translation>
    </message>
    <message>
        <source>those of fewer would give away who wrote</source>
        <translation>ceux de groupes plus petits trahiraient leurs auteurs</translation>
    </message>
    <message>
        <source>are refused</source>
        <translation>sont refusés</translation>
    </message>
    <message>
        <source>are marked, and sent all the same</source>
        <translation>sont signalés, mais envoyés</translation>
    </message>
    <message>
        <source>Comments are shown from so man&amp;y responses on</source>
        <translation>Les commentaires sont montrés à &amp;partir de tant de réponses</translation>
    </message>
</context>
<context>
    <name>accueil::HospitalSection</name>
    <message>
        <source>The hospital</source>
        <translation>L’hôpital</translation>
    </message>
    <message>
        <source>Shown on the screens and in the messages.</source>
        <translation>Affiché sur les écrans et dans les messages.</translation>
    </message>
    <message>
        <source>&amp;Name of the hospital</source>
        <translation>&amp;Nom de l’hôpital</translation>
    </message>
    <message>
        <source>&amp;Short name, SMS</source>
        <translation>No&amp;m court, SMS</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Fuseau</translation>
    </message>
    <message>
        <source>Languages of the patients</source>
        <translation>Langues des patients</translation>
    </message>
    <message>
        <source>Language of patients: %1</source>
        <translation>Langue des patients&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>accueil::ImportDialog</name>
    <message>
        <source>Import from a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>&amp;What is in it?</source>
        <translation>&amp;Que contient-il&#xa0;?</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patients</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Retours</translation>
    </message>
    <message>
        <source>&amp;Language, where none is given</source>
        <translation>&amp;Langue, si elle manque</translation>
    </message>
    <message>
        <source>File (CSV)</source>
        <translation>Fichier (CSV)</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Choisir…</translation>
    </message>
    <message>
        <source>Open the &amp;report</source>
        <translation>Ouvrir le &amp;rapport</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Premières lignes du fichier</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importation…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Choose a file; nothing is taken in before you have seen its first rows.</source>
        <translation>Choisissez un fichier&#xa0;; rien n’est importé avant que vous ayez vu ses premières lignes.</translation>
    </message>
    <message>
        <source>Above each column: what it is. Rows that are already there are not doubled; rows that break a rule are listed in a report.</source>
        <translation>Au-dessus de chaque colonne&#xa0;: ce qu’elle contient. Les lignes déjà présentes ne sont pas doublées&#xa0;; celles qui enfreignent une règle sont dans un rapport.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Tables as text (*.csv *.tsv *.txt)</source>
        <translation>Tableaux en texte (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>(leave out)</source>
        <translation>(laisser de côté)</translation>
    </message>
    <message>
        <source>Column “%1” is</source>
        <translation>La colonne «&#xa0;%1&#xa0;» est</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) will be taken in</source>
        <translation>
            <numerusform>%n colonne sera importée</numerusform>
            <numerusform>%n colonnes seront importées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 taken in · %2 were there already · %3 refused · %4 rows a second</source>
        <translation>%1 importées · %2 déjà présentes · %3 refusées · %4 lignes par seconde</translation>
    </message>
    <message>
        <source>The file was read to its end.</source>
        <translation>Le fichier a été lu jusqu’au bout.</translation>
    </message>
    <message>
        <source>Stopped. Import the same file again to go on: nothing is doubled.</source>
        <translation>Arrêté. Importez le même fichier pour continuer&#xa0;: rien n’est doublé.</translation>
    </message>
</context>
<context>
    <name>accueil::ImportModel</name>
    <message>
        <source>Patient number</source>
        <translation>Numéro de patient</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Shared telephone</source>
        <translation>Téléphone partagé</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Année de naissance</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Motif de soin</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Inscrit le</translation>
    </message>
    <message>
        <source>Care received (1-5)</source>
        <translation>Soins reçus (1-5)</translation>
    </message>
    <message>
        <source>Listening and explanations (1-5)</source>
        <translation>Écoute et explications (1-5)</translation>
    </message>
    <message>
        <source>Rooms and cleanliness (1-5)</source>
        <translation>Locaux et propreté (1-5)</translation>
    </message>
    <message>
        <source>The stay as a whole (1-5)</source>
        <translation>Séjour dans l’ensemble (1-5)</translation>
    </message>
    <message>
        <source>Would recommend (0-10)</source>
        <translation>Recommanderait (0-10)</translation>
    </message>
    <message>
        <source>Face (1-5)</source>
        <translation>Visage (1-5)</translation>
    </message>
    <message>
        <source>Date of the feedback</source>
        <translation>Date du retour</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Par quel moyen</translation>
    </message>
    <message>
        <source>Row number of the file</source>
        <translation>Numéro de ligne du fichier</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Already dealt with</source>
        <translation>Déjà traité</translation>
    </message>
</context>
<context>
    <name>accueil::KeyFigures</name>
    <message>
        <source>nothing to count</source>
        <translation>rien à compter</translation>
    </message>
    <message>
        <source>%1 of %2 answers needed</source>
        <translation>%1 réponses sur les %2 qu’il faut</translation>
    </message>
    <message>
        <source>Against the period before: %1, no clear change</source>
        <translation>Face à la période d’avant&#xa0;: %1, pas de changement net</translation>
    </message>
    <message>
        <source>Against the period before: %1, a clear change</source>
        <translation>Face à la période d’avant&#xa0;: %1, changement net</translation>
    </message>
    <message>
        <source>Mean satisfaction</source>
        <translation>Satisfaction moyenne</translation>
    </message>
    <message>
        <source>of 5</source>
        <translation>/ 5</translation>
    </message>
    <message>
        <source>best answer: %1 %</source>
        <translation>meilleure note&#xa0;: %1&#xa0;%</translation>
    </message>
    <message>
        <source>Recommendation (NPS)</source>
        <translation>Recommandation (NPS)</translation>
    </message>
    <message>
        <source>Feedback received</source>
        <translation>Retours reçus</translation>
    </message>
    <message>
        <source>the period before: %1</source>
        <translation>période d’avant&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 for each of %2 visits</source>
        <translation>%1 par visite, sur %2 visites</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Reminders that arrived</source>
        <translation>Rappels remis</translation>
    </message>
    <message>
        <source>Appointments missed</source>
        <translation>Rendez-vous manqués</translation>
    </message>
    <message>
        <source>9 and 10 minus 0 to 6</source>
        <translation>9 et 10 moins 0 à 6</translation>
    </message>
    <message>
        <source>known of %1 planned</source>
        <translation>connus, sur %1 prévus</translation>
    </message>
    <message>
        <source>Appointments confirmed</source>
        <translation>Rendez-vous confirmés</translation>
    </message>
    <message>
        <source>Cost of reminders</source>
        <translation>Coût des rappels</translation>
    </message>
    <message>
        <source>no price is known</source>
        <translation>aucun prix connu</translation>
    </message>
    <message>
        <source>price known of %1 of %2</source>
        <translation>prix connu de %1 sur %2</translation>
    </message>
    <message>
        <source>Speak of it</source>
        <translation>En parlent</translation>
    </message>
    <message>
        <source>%1 responses</source>
        <translation>%1 retours</translation>
    </message>
    <message>
        <source>Complaints among them</source>
        <translation>Dont plaintes</translation>
    </message>
</context>
<context>
    <name>accueil::KeyPanel</name>
    <message>
        <source>Recovery key</source>
        <translation>Clé de secours</translation>
    </message>
</context>
<context>
    <name>accueil::KeyPaper</name>
    <message>
        <source>Recovery key of Accueil</source>
        <translation>Clé de secours d’Accueil</translation>
    </message>
    <message>
        <source>If the disk of the desk breaks, this key opens the data again. Without it nobody can read them, not even the makers of the program.</source>
        <translation>Si le disque du poste tombe en panne, cette clé rouvre les données. Sans elle, personne ne peut les lire, pas même les auteurs du programme.</translation>
    </message>
    <message>
        <source>Keep this sheet in a closed envelope, away from the desk. Whoever has it and the database can read everything.</source>
        <translation>Gardez cette feuille sous enveloppe fermée, hors de ce bureau. Qui la possède, avec la base, peut tout lire.</translation>
    </message>
    <message>
        <source>Made on %1. The key holds no O, 0, I or 1.</source>
        <translation>Faite le %1. La clé ne contient ni O, ni 0, ni I, ni 1.</translation>
    </message>
</context>
<context>
    <name>accueil::KeySection</name>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Group %1 has four signs.</source>
        <translation>Le groupe %1 a quatre signes.</translation>
    </message>
    <message>
        <source>Group %1 is not the same: check sign %2.</source>
        <translation>Le groupe %1 ne correspond pas&#xa0;: vérifiez le signe %2.</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Enregistrer la clé de secours</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>accueil-recovery-key</source>
        <translation>accueil-cle-de-secours</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>The file could not be written. Please choose another place.</source>
        <translation>Le fichier n’a pas pu être écrit. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>La clé de secours</translation>
    </message>
    <message>
        <source>Without it a broken disk makes the data unreadable.</source>
        <translation>Sans elle, un disque en panne rend les données illisibles.</translation>
    </message>
    <message>
        <source>Make the &amp;key</source>
        <translation>Créer la c&amp;lé</translation>
    </message>
    <message>
        <source>Copy groups %1 and %2</source>
        <translation>Recopier les groupes %1 et %2</translation>
    </message>
    <message>
        <source>to be sure</source>
        <translation>pour être sûr</translation>
    </message>
    <message>
        <source>Group %1 of the recovery key</source>
        <translation>Groupe %1 de la clé de secours</translation>
    </message>
    <message>
        <source>Print t&amp;he key</source>
        <translation>&amp;Imprimer la clé</translation>
    </message>
    <message>
        <source>Sa&amp;ve on a USB stick</source>
        <translation>Enre&amp;gistrer sur une clé USB</translation>
    </message>
    <message>
        <source>The key is printed or saved, and &amp;lies away from this desk</source>
        <translation>Clé imprimée ou enregistrée, rangée &amp;loin de ce bureau</translation>
    </message>
</context>
<context>
    <name>accueil::LateBanner</name>
    <message numerus="yes">
        <source>%n reminder(s) are late</source>
        <translation>
            <numerusform>%n rappel est en retard</numerusform>
            <numerusform>%n rappels sont en retard</numerusform>
        </translation>
    </message>
    <message>
        <source>The program was off or nothing could be sent. They wait until somebody decides.</source>
        <translation>Le logiciel était arrêté ou rien ne pouvait être envoyé. Ils attendent une décision.</translation>
    </message>
    <message>
        <source>Send &amp;all</source>
        <translation>&amp;Tout envoyer</translation>
    </message>
    <message>
        <source>Cance&amp;l all</source>
        <translation>To&amp;ut annuler</translation>
    </message>
</context>
<context>
    <name>accueil::LinkDialog</name>
    <message>
        <source>Choose the patient whom this is about.</source>
        <translation>Choisissez le patient concerné.</translation>
    </message>
    <message>
        <source>this feedback</source>
        <translation>ce retour</translation>
    </message>
    <message>
        <source>Link to a patient</source>
        <translation>Lier à un patient</translation>
    </message>
    <message>
        <source>Number as given: %1</source>
        <translation>Numéro donné&#xa0;: %1</translation>
    </message>
    <message>
        <source>May be meant</source>
        <translation>Peut-être</translation>
    </message>
    <message>
        <source>&amp;Another patient</source>
        <translation>&amp;Un autre patient</translation>
    </message>
    <message>
        <source>name, number or telephone</source>
        <translation>nom, numéro ou téléphone</translation>
    </message>
</context>
<context>
    <name>accueil::ListenButton</name>
    <message>
        <source>This recording has not arrived yet.</source>
        <translation>Cet enregistrement n’est pas encore arrivé.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Arrêter l’écoute</translation>
    </message>
    <message>
        <source>No loudspeaker was found.</source>
        <translation>Aucun haut-parleur trouvé.</translation>
    </message>
    <message>
        <source>This is no recording that can be played.</source>
        <translation>Ce n’est pas un enregistrement lisible.</translation>
    </message>
    <message>
        <source>The sound device gave up. Please try again.</source>
        <translation>Le son s’est interrompu. Réessayez.</translation>
    </message>
    <message>
        <source>This computer has no sound.</source>
        <translation>Cet ordinateur n’a pas de son.</translation>
    </message>
</context>
<context>
    <name>accueil::LoginPage</name>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Please sign in</source>
        <translation>Connectez-vous</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nom d’&amp;utilisateur</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Se connecter</translation>
    </message>
</context>
<context>
    <name>accueil::MainWindow</name>
    <message>
        <source>The database does not answer</source>
        <translation>La base ne répond pas</translation>
    </message>
    <message>
        <source>Queue unknown</source>
        <translation>File d’envoi inconnue</translation>
    </message>
    <message>
        <source>Data on this desk, encrypted</source>
        <translation>Base de ce poste, chiffrée</translation>
    </message>
    <message>
        <source>Data on the server, encrypted</source>
        <translation>Base du serveur, chiffrée</translation>
    </message>
    <message numerus="yes">
        <source>To send: %n</source>
        <translation>
            <numerusform>File d’envoi&#xa0;: %n</numerusform>
            <numerusform>File d’envoi&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, to decide: %n</source>
        <translation>
            <numerusform>%1, dont %n à trancher</numerusform>
            <numerusform>%1, dont %n à trancher</numerusform>
        </translation>
    </message>
    <message>
        <source>Tablets cannot reach this desk</source>
        <translation>Les tablettes ne peuvent pas joindre ce poste</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Serveur %1</translation>
    </message>
    <message>
        <source>Start a drill</source>
        <translation>Commencer un exercice</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Voir</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n tablet(s)</source>
        <translation>
            <numerusform>%1 · %n tablette</numerusform>
            <numerusform>%1 · %n tablettes</numerusform>
        </translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>Tablettes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
</context>
<context>
    <name>accueil::NoShowTable</name>
    <message>
        <source>The figures could not be read</source>
        <translation>Les chiffres n’ont pas pu être lus</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 to %2 %</source>
        <translation>%1 à %2 %</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>trop peu</translation>
    </message>
    <message>
        <source>no message left</source>
        <translation>aucun message parti</translation>
    </message>
    <message>
        <source>less than a day ahead</source>
        <translation>moins d’un jour avant</translation>
    </message>
    <message>
        <source>1 to 6 days ahead</source>
        <translation>1 à 6 jours avant</translation>
    </message>
    <message>
        <source>7 to 29 days ahead</source>
        <translation>7 à 29 jours avant</translation>
    </message>
    <message>
        <source>30 days ahead or more</source>
        <translation>30 jours avant ou plus</translation>
    </message>
    <message>
        <source>no ward given</source>
        <translation>sans service</translation>
    </message>
    <message>
        <source>%1 % of %2 patients did not come (95 %: %3 to %4 %)</source>
        <translation>%1 % des %2 patients ne sont pas venus (95 % : %3 à %4 %)</translation>
    </message>
    <message numerus="yes">
        <source>Too few appointments for a rate: %n of 10</source>
        <translation>
            <numerusform>Trop peu de rendez-vous pour un taux : %n sur 10</numerusform>
            <numerusform>Trop peu de rendez-vous pour un taux : %n sur 10</numerusform>
        </translation>
    </message>
    <message>
        <source>By the last message</source>
        <translation>Selon le dernier message</translation>
    </message>
    <message>
        <source>By how long before it was made</source>
        <translation>Selon le délai de prise</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>Par langue</translation>
    </message>
    <message>
        <source>By ward</source>
        <translation>Par service</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 jours</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Un an</translation>
    </message>
    <message>
        <source>Who did not come</source>
        <translation>Absences</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Pas venu</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taux</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalle à 95 %</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>Rien à compter pour l’instant</translation>
    </message>
    <message>
        <source>Say of appointments whether the patient came: in the list of the day or in the record.</source>
        <translation>Dites des rendez-vous si le patient est venu : dans la liste du jour ou dans la fiche.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
</context>
<context>
    <name>accueil::Notice</name>
    <message>
        <source>Close this notice</source>
        <translation>Fermer cet avis</translation>
    </message>
</context>
<context>
    <name>accueil::NumberRow</name>
    <message>
        <source>%1 of 10</source>
        <translation>%1 sur 10</translation>
    </message>
</context>
<context>
    <name>accueil::OpeningPage</name>
    <message>
        <source>Opening Accueil</source>
        <translation>Ouverture d’Accueil</translation>
    </message>
</context>
<context>
    <name>accueil::PairingDialog</name>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Tablets may not reach this desk yet</source>
        <translation>Les tablettes ne peuvent pas encore joindre ce poste</translation>
    </message>
    <message>
        <source>This desk answers only to programs on this computer. Once allowed, it listens on the hospital’s network.</source>
        <translation>Ce poste ne répond qu’aux programmes de cet ordinateur. Une fois autorisé, il écoute sur le réseau de l’hôpital.</translation>
    </message>
    <message>
        <source>This desk has no address for tablets</source>
        <translation>Ce poste n’a pas d’adresse pour les tablettes</translation>
    </message>
    <message>
        <source>Connect this computer to the hospital’s network, by cable or Wi-Fi. The code can be typed on the tablet as soon as there is an address.</source>
        <translation>Reliez cet ordinateur au réseau de l’hôpital, par câble ou Wi-Fi. Le code pourra être saisi dès qu’il y a une adresse.</translation>
    </message>
    <message>
        <source>Install the certificate, once</source>
        <translation>Installer le certificat, une fois</translation>
    </message>
    <message>
        <source>Open %1 on the tablet and follow what it says. Without it: no microphone, and nothing without the network.</source>
        <translation>Ouvrir %1 sur la tablette et suivre la page. Sans lui&#xa0;: ni micro, ni mode hors réseau.</translation>
    </message>
    <message>
        <source>Making the code…</source>
        <translation>Création du code…</translation>
    </message>
    <message>
        <source>Square that leads to the certificate</source>
        <translation>Carré qui mène au certificat</translation>
    </message>
    <message>
        <source>Square to pair the tablet</source>
        <translation>Carré qui associe la tablette</translation>
    </message>
    <message>
        <source>Show the pairing s&amp;quare</source>
        <translation>Montrer le ca&amp;rré d’association</translation>
    </message>
    <message>
        <source>Show its s&amp;quare</source>
        <translation>Montrer son ca&amp;rré</translation>
    </message>
    <message>
        <source>%1 is paired</source>
        <translation>%1 est associée</translation>
    </message>
    <message>
        <source>Waiting for the tablet…</source>
        <translation>En attente de la tablette…</translation>
    </message>
    <message>
        <source>&amp;Make the code</source>
        <translation>&amp;Créer le code</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Terminer</translation>
    </message>
    <message>
        <source>New code for %1</source>
        <translation>Nouveau code pour %1</translation>
    </message>
    <message>
        <source>Pair a tablet</source>
        <translation>Associer une tablette</translation>
    </message>
    <message>
        <source>&amp;Name shown</source>
        <translation>&amp;Nom affiché</translation>
    </message>
    <message>
        <source>as in “Maternity, room 2”</source>
        <translation>comme «&#xa0;Maternité, salle 2&#xa0;»</translation>
    </message>
    <message>
        <source>&amp;Ward</source>
        <translation>&amp;Service</translation>
    </message>
    <message>
        <source>No ward</source>
        <translation>Aucun service</translation>
    </message>
    <message>
        <source>&amp;Allow tablets now</source>
        <translation>&amp;Autoriser les tablettes</translation>
    </message>
    <message>
        <source>Open the se&amp;ttings</source>
        <translation>&amp;Ouvrir les paramètres</translation>
    </message>
    <message>
        <source>Same Wi-Fi</source>
        <translation>Même réseau Wi-Fi</translation>
    </message>
    <message>
        <source>The tablet is in the network of this desk. The Internet is not needed.</source>
        <translation>La tablette est dans le réseau de ce poste, sans Internet si besoin.</translation>
    </message>
    <message>
        <source>Aim the camera at the square</source>
        <translation>Viser le carré avec l’appareil photo</translation>
    </message>
    <message>
        <source>The tablet then appears here by itself.</source>
        <translation>La tablette apparaît ici d’elle-même.</translation>
    </message>
    <message>
        <source>Same fingerprint on both sides?</source>
        <translation>Même empreinte des deux côtés&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Help sheet</source>
        <translation>&amp;Fiche d’aide</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
</context>
<context>
    <name>accueil::Paper</name>
    <message>
        <source>The sheet was not saved</source>
        <translation>La feuille n’a pas été enregistrée</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another place.</source>
        <translation>Impossible d’écrire %1. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The sheet was not printed</source>
        <translation>La feuille n’a pas été imprimée</translation>
    </message>
    <message>
        <source>The printer does not answer. Save it as a PDF instead.</source>
        <translation>L’imprimante ne répond pas. Enregistrez plutôt en PDF.</translation>
    </message>
</context>
<context>
    <name>accueil::PatientDialog</name>
    <message>
        <source>Patient %1</source>
        <translation>Patient %1</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Nouveau patient</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Écrire %1</translation>
    </message>
    <message>
        <source>12/03/1990, 1990, or an age</source>
        <translation>12/03/1990, 1990 ou un âge</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a date like 12/03/1990, a year like 1990 or an age like 34.</source>
        <translation>Écrivez une date comme 12/03/1990, une année comme 1990 ou un âge comme 34.</translation>
    </message>
    <message>
        <source>Not readable: %1</source>
        <translation>Illisible&#xa0;: %1</translation>
    </message>
    <message>
        <source>Already registered?</source>
        <translation>Déjà inscrit&#xa0;?</translation>
    </message>
    <message>
        <source>given by itself</source>
        <translation>donné tout seul</translation>
    </message>
    <message>
        <source>S&amp;hared with other persons</source>
        <translation>&amp;Partagé avec d’autres personnes</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;Téléphone</translation>
    </message>
    <message>
        <source>&amp;Born</source>
        <translation>Né(e) &amp;le</translation>
    </message>
    <message>
        <source>&amp;Gender</source>
        <translation>Se&amp;xe</translation>
    </message>
    <message>
        <source>&amp;Ward</source>
        <translation>Ser&amp;vice</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Lang&amp;ue</translation>
    </message>
    <message>
        <source>&amp;Condition</source>
        <translation>&amp;Motif de soin</translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation>&amp;E-mail</translation>
    </message>
    <message>
        <source>May the hospital write or call?</source>
        <translation>L’hôpital peut-il écrire ou appeler&#xa0;?</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>Numér&amp;o</translation>
    </message>
    <message>
        <source>Registere&amp;d on</source>
        <translation>&amp;Inscrit le</translation>
    </message>
</context>
<context>
    <name>accueil::PatientModel</name>
    <message>
        <source>Archived</source>
        <translation>Archivé</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Injoignable</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>Estimé</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Inscrit</translation>
    </message>
    <message>
        <source>Reminder %1</source>
        <translation>Rappel %1</translation>
    </message>
</context>
<context>
    <name>accueil::PatientPane</name>
    <message>
        <source>Reading the time line…</source>
        <translation>Lecture de l’histoire…</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivé</translation>
    </message>
    <message>
        <source>no telephone</source>
        <translation>pas de téléphone</translation>
    </message>
    <message>
        <source>registered in %1</source>
        <translation>inscrit en %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Retours</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Rappels</translation>
    </message>
    <message>
        <source>Nothing yet. Take a first feedback.</source>
        <translation>Rien encore. Enregistrer un premier retour.</translation>
    </message>
    <message>
        <source>Choose a patient in the list to see the record here.</source>
        <translation>Choisissez un patient dans la liste pour voir sa fiche ici.</translation>
    </message>
    <message>
        <source>Edit the record (F2)</source>
        <translation>Modifier la fiche (F2)</translation>
    </message>
    <message>
        <source>More about this patient</source>
        <translation>Autres actions pour ce patient</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>partagé</translation>
    </message>
    <message>
        <source>New feedback</source>
        <translation>Nouveau retour</translation>
    </message>
    <message>
        <source>New reminder</source>
        <translation>Nouveau rappel</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Histoire</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Sortir des archives</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Archiver…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>What the time line shows</source>
        <translation>Ce que montre l’histoire</translation>
    </message>
    <message>
        <source>C&amp;onsent…</source>
        <translation>Acco&amp;rd…</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>Nouveau rendez-vous</translation>
    </message>
    <message>
        <source>Chosen patient</source>
        <translation>Patient choisi</translation>
    </message>
</context>
<context>
    <name>accueil::PatientsPage</name>
    <message>
        <source>Archive %1?</source>
        <translation>Archiver %1&#xa0;?</translation>
    </message>
    <message>
        <source>%1 leaves the lists. Feedback and reminders stay, and the record can come back.</source>
        <translation>%1 quitte les listes. Retours et rappels restent, et la fiche peut revenir.</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archiver</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1&#xa0;?</translation>
    </message>
    <message>
        <source>%1 is deleted for good when nothing was ever written about this person, else archived.</source>
        <translation>%1 est supprimé pour de bon si rien n’a jamais été noté sur cette personne, sinon archivé.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivés</translation>
    </message>
    <message>
        <source>The record has a history, so it was archived and not deleted.</source>
        <translation>La fiche a une histoire&#xa0;: elle a été archivée et non supprimée.</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>Cela n’a pas pu se faire</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Nouveau patient</translation>
    </message>
    <message>
        <source>Import patients from a file</source>
        <translation>Importer des patients d’un fichier</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) in this list</source>
        <translation>
            <numerusform>%n patient dans cette liste</numerusform>
            <numerusform>%n patients dans cette liste</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter or F2: edit</source>
        <translation>Entrée ou F2&#xa0;: modifier</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Personne trouvé</translation>
    </message>
    <message>
        <source>Try fewer letters, or take a filter away.</source>
        <translation>Essayez avec moins de lettres, ou enlevez un filtre.</translation>
    </message>
    <message>
        <source>No patient yet</source>
        <translation>Pas encore de patient</translation>
    </message>
    <message>
        <source>Register the first one, or import a list.</source>
        <translation>Inscrivez le premier, ou importez une liste.</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patients</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>&amp;New patient</source>
        <translation>&amp;Nouveau patient</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter by name, number or telephone</source>
        <translation>Filtrer par nom, numéro ou téléphone</translation>
    </message>
    <message>
        <source>Name in any order, number or telephone</source>
        <translation>Nom dans n’importe quel ordre, numéro ou téléphone</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Seen since 7 days</source>
        <translation>Vus depuis 7 jours</translation>
    </message>
    <message>
        <source>Seen since 30 days</source>
        <translation>Vus depuis 30 jours</translation>
    </message>
    <message>
        <source>Seen since a year</source>
        <translation>Vus depuis un an</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Choisir les colonnes</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Prévus</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) are planned.</source>
        <translation>
            <numerusform>%n rappel est prévu.</numerusform>
            <numerusform>%n rappels sont prévus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reminder to all patients of the list</source>
        <translation>Rappel à tous les patients de la liste</translation>
    </message>
</context>
<context>
    <name>accueil::PeriodDialog</name>
    <message>
        <source>The first day is after the last one</source>
        <translation>Le premier jour est après le dernier</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Premier jour</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Dernier jour</translation>
    </message>
    <message>
        <source>included</source>
        <translation>compris</translation>
    </message>
    <message>
        <source>&amp;Show this period</source>
        <translation>&amp;Voir cette période</translation>
    </message>
</context>
<context>
    <name>accueil::PeriodWords</name>
    <message>
        <source>d MMM</source>
        <extracomment>pattern of a day without its year, as short as possible: &quot;11 Feb&quot;</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>pattern of a day with its year, as short as possible: &quot;11 Feb 2026&quot;</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>wk %1</source>
        <extracomment>week of the year, under a chart</extracomment>
        <translation>s. %1</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <extracomment>pattern of a day and its month in a sentence: &quot;2 March&quot;</extracomment>
        <translation>Semaine du %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d MMMM</translation>
    </message>
</context>
<context>
    <name>accueil::PlaceSection</name>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Le serveur ne répond pas</translation>
    </message>
    <message>
        <source>Please check address, name and password, then try again.</source>
        <translation>Vérifiez l’adresse, le nom et le mot de passe, puis réessayez.</translation>
    </message>
    <message>
        <source>The server answers; the data will lie there</source>
        <translation>Le serveur répond&#xa0;; les données y seront</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Les données</translation>
    </message>
    <message>
        <source>Fixed by DATABASE_URL where this program was started.</source>
        <translation>Fixé par DATABASE_URL, là où ce programme a été lancé.</translation>
    </message>
    <message>
        <source>Can be changed later without losing anything.</source>
        <translation>Changeable plus tard, sans rien perdre.</translation>
    </message>
    <message>
        <source>%1 free.</source>
        <translation>%1 libres.</translation>
    </message>
    <message>
        <source>On this &amp;desk</source>
        <translation>&amp;Sur ce poste</translation>
    </message>
    <message>
        <source>One desk. %1 An encrypted file.</source>
        <translation>Un seul bureau. %1 Un fichier chiffré.</translation>
    </message>
    <message>
        <source>P&amp;ostgreSQL server</source>
        <translation>Se&amp;rveur PostgreSQL</translation>
    </message>
    <message>
        <source>Several desks, the same data.</source>
        <translation>Plusieurs bureaux, mêmes données.</translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation>A&amp;dresse du serveur</translation>
    </message>
    <message>
        <source>Po&amp;rt</source>
        <translation>Por&amp;t</translation>
    </message>
    <message>
        <source>Data&amp;base</source>
        <translation>&amp;Base</translation>
    </message>
    <message>
        <source>Pass&amp;word of the server</source>
        <translation>Mot de passe du ser&amp;veur</translation>
    </message>
    <message>
        <source>Server account</source>
        <translation>Compte du serveur</translation>
    </message>
    <message>
        <source>&amp;Go to the server</source>
        <translation>&amp;Joindre le serveur</translation>
    </message>
</context>
<context>
    <name>accueil::PlanDialog</name>
    <message>
        <source>Reminder plans</source>
        <translation>Plans de rappel</translation>
    </message>
    <message>
        <source>Another p&amp;lan</source>
        <translation>Autre p&amp;lan</translation>
    </message>
    <message>
        <source>&amp;Remove this plan</source>
        <translation>&amp;Retirer ce plan</translation>
    </message>
    <message>
        <source>Another &amp;message</source>
        <translation>Autre &amp;message</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>the first is taken where nobody chose</source>
        <translation>le premier vaut quand personne n’a choisi</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Nouveau plan</translation>
    </message>
    <message>
        <source>Message %1: %2</source>
        <translation>Message %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>accueil::PosterDialog</name>
    <message>
        <source>Poster for the tablet page</source>
        <translation>Affiche de la page des tablettes</translation>
    </message>
    <message>
        <source>This desk has no address for tablets</source>
        <translation>Ce poste n’a pas d’adresse pour les tablettes</translation>
    </message>
    <message>
        <source>The poster is made without its square. Allow tablets in Settings, Tablets, then make it again.</source>
        <translation>L’affiche sera sans son carré. Autorisez les tablettes dans Paramètres, Tablettes, puis refaites-la.</translation>
    </message>
    <message>
        <source>&amp;Ward</source>
        <translation>&amp;Service</translation>
    </message>
    <message>
        <source>The whole hospital</source>
        <translation>Tout l’hôpital</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>the one that tablets reach</source>
        <translation>celle que les tablettes joignent</translation>
    </message>
    <message>
        <source>Poster as it will be printed</source>
        <translation>Affiche telle qu’elle sera imprimée</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>language, words</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>None are known yet. Write them under Questions and voices.</source>
        <translation>On n’en connaît pas encore. Écrivez-les sous Questions et voix.</translation>
    </message>
    <message>
        <source>In the languages of the place</source>
        <translation>Dans les langues du lieu</translation>
    </message>
    <message>
        <source>what tablets ask about the stay</source>
        <translation>ce que les tablettes demandent</translation>
    </message>
</context>
<context>
    <name>accueil::PromptModel</name>
    <message>
        <source>What tablets say</source>
        <translation>Ce que disent les tablettes</translation>
    </message>
</context>
<context>
    <name>accueil::PromptPane</name>
    <message>
        <source>Recorded by %1, %2.</source>
        <translation>Enregistré par %1, %2.</translation>
    </message>
    <message>
        <source>Reviewed by %1, %2.</source>
        <translation>Vérifié par %1, %2.</translation>
    </message>
    <message>
        <source>Tablets play it already. Somebody else who speaks the language should listen to it.</source>
        <translation>Les tablettes le font déjà entendre. Une autre personne qui parle la langue devrait l’écouter.</translation>
    </message>
    <message>
        <source>Tablets play it already. Is it right, and easy to understand?</source>
        <translation>Les tablettes le font déjà entendre. Est-ce juste et facile à comprendre&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing is recorded: tablets let the browser speak.</source>
        <translation>Rien n’est enregistré&#xa0;: la voix du navigateur parle.</translation>
    </message>
    <message>
        <source>Nothing is recorded: tablets say it in French.</source>
        <translation>Rien n’est enregistré&#xa0;: les tablettes le disent en français.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>Supprimer cet enregistrement&#xa0;?</translation>
    </message>
    <message>
        <source>“%1” in %2. Tablets stop saying it at their next contact.</source>
        <translation>«&#xa0;%1&#xa0;» en %2. Les tablettes ne le diront plus dès leur prochain contact.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>This could not be done</source>
        <translation>Cela n’a pas pu être fait</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
    <message>
        <source>Written &amp;words of the hospital</source>
        <translation>&amp;Mots écrits par l’hôpital</translation>
    </message>
    <message>
        <source>empty: those of the page</source>
        <translation>vide&#xa0;: ceux de la page</translation>
    </message>
    <message>
        <source>S&amp;ave words</source>
        <translation>Enregistrer les m&amp;ots</translation>
    </message>
    <message>
        <source>I listened: it is r&amp;ight</source>
        <translation>&amp;J’ai écouté&#xa0;: c’est juste</translation>
    </message>
    <message>
        <source>&amp;Delete recording…</source>
        <translation>&amp;Supprimer l’enregistrement…</translation>
    </message>
</context>
<context>
    <name>accueil::PromptWords</name>
    <message>
        <source>The care (1 to 5 stars)</source>
        <translation>Les soins (1 à 5 étoiles)</translation>
    </message>
    <message>
        <source>The explanations (1 to 5 stars)</source>
        <translation>Les explications (1 à 5 étoiles)</translation>
    </message>
    <message>
        <source>The place (1 to 5 stars)</source>
        <translation>Les locaux (1 à 5 étoiles)</translation>
    </message>
    <message>
        <source>All in all (1 to 5 stars)</source>
        <translation>Dans l’ensemble (1 à 5 étoiles)</translation>
    </message>
    <message>
        <source>Would you recommend us? (0 to 10)</source>
        <translation>Nous recommanderiez-vous&#xa0;? (0 à 10)</translation>
    </message>
    <message>
        <source>On the tile of the language</source>
        <translation>Sur la touche de la langue</translation>
    </message>
    <message>
        <source>Above the five faces</source>
        <translation>Au-dessus des cinq visages</translation>
    </message>
    <message>
        <source>Under a face</source>
        <translation>Sous un visage</translation>
    </message>
    <message>
        <source>Above the stars</source>
        <translation>Au-dessus des étoiles</translation>
    </message>
    <message>
        <source>Beside the stars</source>
        <translation>À côté des étoiles</translation>
    </message>
    <message>
        <source>Above words and voice</source>
        <translation>Au-dessus des mots et de la voix</translation>
    </message>
    <message>
        <source>Above the telephone number</source>
        <translation>Au-dessus du numéro de téléphone</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>The name of the language</source>
        <translation>Le nom de la langue</translation>
    </message>
    <message>
        <source>How was your visit?</source>
        <translation>Comment s’est passée votre visite&#xa0;?</translation>
    </message>
    <message>
        <source>Very bad</source>
        <translation>Très mal</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Très bien</translation>
    </message>
    <message>
        <source>How many stars would you give?</source>
        <translation>Combien d’étoiles donnez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>The care</source>
        <translation>Les soins</translation>
    </message>
    <message>
        <source>The explanations</source>
        <translation>Les explications</translation>
    </message>
    <message>
        <source>The place</source>
        <translation>Les locaux</translation>
    </message>
    <message>
        <source>All in all</source>
        <translation>Dans l’ensemble</translation>
    </message>
    <message>
        <source>Would you recommend us?</source>
        <translation>Nous recommanderiez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Tell us what went well or badly.</source>
        <translation>Dites-nous ce qui s’est bien ou mal passé.</translation>
    </message>
    <message>
        <source>Which number may we call?</source>
        <translation>À quel numéro vous rappeler&#xa0;?</translation>
    </message>
    <message>
        <source>Your answer is safely kept.</source>
        <translation>Votre avis est bien gardé.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manque</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Vérifié</translation>
    </message>
</context>
<context>
    <name>accueil::QuestionDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
</context>
<context>
    <name>accueil::QuestionsPanel</name>
    <message>
        <source>The whole hospital</source>
        <translation>Tout l’hôpital</translation>
    </message>
    <message>
        <source>%1 (asks others)</source>
        <translation>%1 (autres questions)</translation>
    </message>
    <message>
        <source>&amp;Ward</source>
        <translation>&amp;Service</translation>
    </message>
    <message>
        <source>This ward asks &amp;other questions than the hospital</source>
        <translation>Ce service pose d’&amp;autres questions que l’hôpital</translation>
    </message>
    <message>
        <source>Questions after the &amp;faces</source>
        <translation>&amp;Questions après les visages</translation>
    </message>
    <message>
        <source>Space chooses, Alt+↑ and Alt+↓ move</source>
        <translation>Espace choisit, Alt+↑ et Alt+↓ déplacent</translation>
    </message>
    <message>
        <source>Ask it earlier</source>
        <translation>Poser plus tôt</translation>
    </message>
    <message>
        <source>Ask it later</source>
        <translation>Poser plus tard</translation>
    </message>
    <message>
        <source>Patients may ask to be &amp;called</source>
        <translation>Les patients peuvent demander à être ra&amp;ppelés</translation>
    </message>
    <message>
        <source>As&amp;k whether somebody is there after</source>
        <translation>&amp;Demander s’il y a quelqu’un après</translation>
    </message>
    <message>
        <source>Wi&amp;pe what was begun after</source>
        <translation>&amp;Effacer ce qui est commencé après</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>P&amp;IN to leave the page</source>
        <translation>&amp;Code pour quitter la page</translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <translation>4 à 8 chiffres</translation>
    </message>
    <message>
        <source>Tablets ask for a PIN. It is kept in a form that nobody can read.</source>
        <translation>Les tablettes demandent un code. Il est gardé sous une forme illisible.</translation>
    </message>
    <message>
        <source>There is no PIN: on tablets the pages for the staff stay closed.</source>
        <translation>Pas de code&#xa0;: sur les tablettes, les pages du personnel restent fermées.</translation>
    </message>
    <message>
        <source>C&amp;hange the PIN</source>
        <translation>Changer le c&amp;ode</translation>
    </message>
    <message>
        <source>Se&amp;t the PIN</source>
        <translation>&amp;Fixer le code</translation>
    </message>
    <message>
        <source>Without a PI&amp;N</source>
        <translation>Sa&amp;ns code</translation>
    </message>
</context>
<context>
    <name>accueil::QuietHoursEdit</name>
    <message>
        <source>Nothing is sent from</source>
        <translation>Aucun envoi de</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures de silence</translation>
    </message>
    <message>
        <source>until</source>
        <comment>a time</comment>
        <translation>à</translation>
    </message>
    <message>
        <source>Quiet hours begin</source>
        <translation>Début du silence</translation>
    </message>
    <message>
        <source>Quiet hours end</source>
        <translation>Fin du silence</translation>
    </message>
</context>
<context>
    <name>accueil::RatingsView</name>
    <message>
        <source>%1/5</source>
        <translation>%1/5</translation>
    </message>
    <message>
        <source>Care received</source>
        <translation>Soins reçus</translation>
    </message>
    <message>
        <source>Listening and explanations</source>
        <translation>Écoute et explications</translation>
    </message>
    <message>
        <source>Rooms and cleanliness</source>
        <translation>Locaux et propreté</translation>
    </message>
    <message>
        <source>The stay as a whole</source>
        <translation>Séjour dans l’ensemble</translation>
    </message>
    <message>
        <source>Would recommend</source>
        <translation>Recommanderait</translation>
    </message>
    <message>
        <source>%1/10</source>
        <translation>%1/10</translation>
    </message>
</context>
<context>
    <name>accueil::RecordChips</name>
    <message>
        <source>%1: refused</source>
        <translation>%1&#xa0;: refusé</translation>
    </message>
    <message>
        <source>%1: not asked</source>
        <translation>%1&#xa0;: non demandé</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Non arrivé</translation>
    </message>
    <message>
        <source>%1: stop</source>
        <translation>%1 : stop</translation>
    </message>
</context>
<context>
    <name>accueil::RecordDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>En cours…</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to mend: %1</source>
        <translation>
            <numerusform>%n champ à corriger&#xa0;: %1</numerusform>
            <numerusform>%n champs à corriger&#xa0;: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::RecordTable</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
</context>
<context>
    <name>accueil::RecordWords</name>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Medication</source>
        <translation>Médicament</translation>
    </message>
    <message>
        <source>Follow-up visit</source>
        <translation>Visite de contrôle</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>Enquête</translation>
    </message>
    <message>
        <source>Other purpose</source>
        <translation>Autre motif</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>femme</translation>
    </message>
    <message>
        <source>man</source>
        <translation>homme</translation>
    </message>
    <message>
        <source>other</source>
        <translation>autre</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>Tablette</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>USSD</source>
        <translation>USSD</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Sending unknown</source>
        <translation>Envoi inconnu</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>chaque jour</numerusform>
            <numerusform>tous les %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>chaque semaine</numerusform>
            <numerusform>toutes les %n semaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>chaque mois</numerusform>
            <numerusform>tous les %n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Arrivé</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expiré</translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>chaque heure</numerusform>
            <numerusform>toutes les %n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Quiet hours until %1.</source>
        <translation>Heures de silence jusqu’à %1.</translation>
    </message>
    <message>
        <source>A holiday: nothing is sent until %1.</source>
        <translation>Jour sans envoi&#xa0;: rien ne part avant %1.</translation>
    </message>
    <message>
        <source>The patient gets as many messages that day as are allowed: not before %1.</source>
        <translation>Le patient reçoit déjà tous les messages permis ce jour-là&#xa0;: pas avant %1.</translation>
    </message>
    <message>
        <source>The SMS budget of the month is spent: not before %1.</source>
        <translation>Le budget SMS du mois est dépensé&#xa0;: pas avant %1.</translation>
    </message>
    <message>
        <source>%1 The next try is %2.</source>
        <translation>%1 Prochain essai %2.</translation>
    </message>
    <message>
        <source>Welcome and respect</source>
        <translation>Accueil et respect</translation>
    </message>
    <message>
        <source>Number of staff</source>
        <translation>Nombre de soignants</translation>
    </message>
    <message>
        <source>Care and competence</source>
        <translation>Soins et compétence</translation>
    </message>
    <message>
        <source>Listening, explanations</source>
        <translation>Écoute, explications</translation>
    </message>
    <message>
        <source>Cleanliness</source>
        <translation>Propreté</translation>
    </message>
    <message>
        <source>Rooms and equipment</source>
        <translation>Locaux et matériel</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Repas</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>Médicaments</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positif</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutre</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Négatif</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>Attente</translation>
    </message>
</context>
<context>
    <name>accueil::RecorderBar</name>
    <message>
        <source>Take a recording from a file</source>
        <translation>Prendre un enregistrement dans un fichier</translation>
    </message>
    <message>
        <source>Recordings (*.wav *.ogg *.oga *.opus *.webm *.m4a *.mp4 *.mp3)</source>
        <translation>Enregistrements (*.wav *.ogg *.oga *.opus *.webm *.m4a *.mp4 *.mp3)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>Longer than %n second(s): please shorten it first.</source>
        <translation>
            <numerusform>Plus long que %n seconde&#xa0;: raccourcissez-le d’abord.</numerusform>
            <numerusform>Plus long que %n secondes&#xa0;: raccourcissez-le d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was heard. Is the microphone switched on and near?</source>
        <translation>Rien n’a été entendu. Le micro est-il allumé et proche&#xa0;?</translation>
    </message>
    <message>
        <source>Recorded. Please listen to it once.</source>
        <translation>C’est enregistré. Réécoutez-le une fois.</translation>
    </message>
    <message>
        <source>You are heard well.</source>
        <translation>On vous entend bien.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Réenregistrer</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Arrêter l’écoute</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>This computer has no sound: record at another desk, or take a file there.</source>
        <translation>Cet ordinateur n’a pas de son&#xa0;: enregistrez sur un autre poste.</translation>
    </message>
    <message>
        <source>Preparing the microphone…</source>
        <translation>Préparation du micro…</translation>
    </message>
    <message>
        <source>Please speak now.</source>
        <translation>Parlez maintenant.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or take a recording from a file.</source>
        <translation>Aucun micro. Branchez-en un, ou prenez un enregistrement dans un fichier.</translation>
    </message>
    <message>
        <source>No loudspeaker was found.</source>
        <translation>Aucun haut-parleur.</translation>
    </message>
    <message>
        <source>The sound device gave up. Please try again.</source>
        <translation>L’appareil audio s’est arrêté. Essayez encore.</translation>
    </message>
    <message>
        <source>This is no recording that can be played.</source>
        <translation>Ce n’est pas un enregistrement lisible.</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Depuis un fichier…</translation>
    </message>
</context>
<context>
    <name>accueil::RecordingField</name>
    <message>
        <source>Take the recording away</source>
        <translation>Retirer le son</translation>
    </message>
    <message>
        <source>&amp;Attach a recording…</source>
        <translation>&amp;Joindre un son…</translation>
    </message>
    <message>
        <source>&amp;Another recording…</source>
        <translation>Un autre &amp;son…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file name, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>One is kept already.</source>
        <translation>Un son est déjà gardé.</translation>
    </message>
    <message>
        <source>Attach a recording</source>
        <translation>Joindre un son</translation>
    </message>
    <message>
        <source>Recordings (*.wav *.ogg *.oga *.opus *.webm *.m4a *.mp4 *.mp3)</source>
        <translation>Sons (*.wav *.ogg *.oga *.opus *.webm *.m4a *.mp4 *.mp3)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>“%1” is larger than 10 MB.</source>
        <translation>«&#xa0;%1&#xa0;» dépasse 10&#xa0;Mo.</translation>
    </message>
    <message>
        <source>“%1” is no recording that Accueil knows (wav, ogg, webm, m4a, mp3).</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un son qu’Accueil connaît (wav, ogg, webm, m4a, mp3).</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Recorded here</source>
        <translation>Enregistré ici</translation>
    </message>
</context>
<context>
    <name>accueil::RecoveryPage</name>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>The key of this desk does not fit these data</source>
        <translation>La clé de ce poste ne va pas avec ces données</translation>
    </message>
    <message>
        <source>This desk has no key for these data yet</source>
        <translation>Ce poste n’a pas encore de clé pour ces données</translation>
    </message>
    <message>
        <source>The data are in %1 and are encrypted. The recovery key from the envelope opens them once; after that this desk has its own key. Nothing was changed.</source>
        <translation>Les données sont dans %1, chiffrées. La clé de secours de l’enveloppe les ouvre une fois&#xa0;; ensuite, ce poste a sa propre clé. Rien n’a été changé.</translation>
    </message>
    <message>
        <source>&amp;Recovery key</source>
        <translation>&amp;Clé de secours</translation>
    </message>
    <message>
        <source>eight groups of four signs; spaces and dashes do not matter</source>
        <translation>huit groupes de quatre signes&#xa0;; espaces et tirets ne comptent pas</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Open the data</source>
        <translation>&amp;Ouvrir les données</translation>
    </message>
</context>
<context>
    <name>accueil::ReminderActions</name>
    <message>
        <source>It left</source>
        <translation>Il est parti</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Correct the number</source>
        <translation>Corriger le numéro</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a reminder</comment>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Correct the address</source>
        <translation>Corriger l’adresse</translation>
    </message>
    <message>
        <source>Call from the desk</source>
        <translation>Appeler du bureau</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a reminder</comment>
        <translation>Réglé</translation>
    </message>
</context>
<context>
    <name>accueil::ReminderCalendar</name>
    <message>
        <source>%1 – %2</source>
        <comment>first and last day of a week</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Calendar of reminders</source>
        <translation>Calendrier des rappels</translation>
    </message>
    <message>
        <source>Week before (Alt+←)</source>
        <translation>Semaine précédente (Alt+←)</translation>
    </message>
    <message>
        <source>Day before (Alt+←)</source>
        <translation>Jour précédent (Alt+←)</translation>
    </message>
    <message>
        <source>Week after (Alt+→)</source>
        <translation>Semaine suivante (Alt+→)</translation>
    </message>
    <message>
        <source>Day after (Alt+→)</source>
        <translation>Jour suivant (Alt+→)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>accueil::ReminderDecisions</name>
    <message>
        <source>Send again to %1?</source>
        <translation>Renvoyer à %1&#xa0;?</translation>
    </message>
    <message>
        <source>If the first message left after all, the person gets it twice.</source>
        <translation>Si le premier message est parti malgré tout, la personne le reçoit deux fois.</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>&amp;Renvoyer</translation>
    </message>
    <message>
        <source>Cancel the reminder for %1?</source>
        <translation>Annuler le rappel pour %1&#xa0;?</translation>
    </message>
    <message>
        <source>Planned for %1. It will not be sent.</source>
        <translation>Prévu %1. Il ne sera pas envoyé.</translation>
    </message>
    <message>
        <source>&amp;Cancel the reminder</source>
        <translation>A&amp;nnuler le rappel</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Le &amp;garder</translation>
    </message>
    <message>
        <source>Is the reminder for %1 dealt with?</source>
        <translation>Le rappel pour %1 est-il réglé&#xa0;?</translation>
    </message>
    <message>
        <source>The patient knows, or need not. It leaves this list.</source>
        <translation>Le patient est prévenu, ou n’a pas besoin de l’être. Le rappel quitte cette liste.</translation>
    </message>
    <message>
        <source>&amp;Dealt with</source>
        <translation>Ré&amp;glé</translation>
    </message>
    <message numerus="yes">
        <source>Send %n late reminder(s)?</source>
        <translation>
            <numerusform>Envoyer %n rappel en retard&#xa0;?</numerusform>
            <numerusform>Envoyer %n rappels en retard&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Those that are of no use any more expire; quiet hours and limits hold.</source>
        <translation>Ceux qui ne servent plus expirent&#xa0;; les heures de silence et les limites restent.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send %n reminder(s)</source>
        <translation>
            <numerusform>&amp;Envoyer %n rappel</numerusform>
            <numerusform>&amp;Envoyer %n rappels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n late reminder(s)?</source>
        <translation>
            <numerusform>Annuler %n rappel en retard&#xa0;?</numerusform>
            <numerusform>Annuler %n rappels en retard&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>They will not be sent, and nobody tells these patients.</source>
        <translation>Ils ne seront pas envoyés et personne ne prévient ces patients.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n reminder(s)</source>
        <translation>
            <numerusform>A&amp;nnuler %n rappel</numerusform>
            <numerusform>A&amp;nnuler %n rappels</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep them</source>
        <translation>Les &amp;garder</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>Cela n’a pas pu être fait</translation>
    </message>
    <message>
        <source>Send the reminder to %1 now?</source>
        <translation>Envoyer le rappel à %1 maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>It went to %1; the record says %2.</source>
        <translation>Il est parti vers %1&#xa0;; la fiche dit %2.</translation>
    </message>
    <message>
        <source>&amp;Send it there</source>
        <translation>L’en&amp;voyer là</translation>
    </message>
    <message>
        <source>Not &amp;now</source>
        <translation>&amp;Pas maintenant</translation>
    </message>
    <message>
        <source>The record has another number or address than the one that was refused.</source>
        <translation>La fiche a un autre numéro ou une autre adresse que celui qui a été refusé.</translation>
    </message>
    <message>
        <source>&amp;Send it</source>
        <translation>L’en&amp;voyer</translation>
    </message>
</context>
<context>
    <name>accueil::ReminderDialog</name>
    <message>
        <source>Reminder for %1</source>
        <translation>Rappel pour %1</translation>
    </message>
    <message>
        <source>New reminder</source>
        <translation>Nouveau rappel</translation>
    </message>
    <message>
        <source>&amp;Email address</source>
        <translation>Adresse &amp;e-mail</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;Téléphone</translation>
    </message>
    <message>
        <source>none in the record</source>
        <translation>rien dans la fiche</translation>
    </message>
    <message>
        <source>empty: of the record</source>
        <translation>vide&#xa0;: celui de la fiche</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n signe</numerusform>
            <numerusform>%n signes</numerusform>
        </translation>
    </message>
    <message>
        <source>For an &amp;appointment on</source>
        <translation>Pour un &amp;rendez-vous le</translation>
    </message>
    <message>
        <source>Time of the appointment</source>
        <translation>Heure du rendez-vous</translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation>&amp;Patient</translation>
    </message>
    <message>
        <source>name, number or telephone</source>
        <translation>nom, numéro ou téléphone</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Quand</translation>
    </message>
    <message>
        <source>the hospital’s time</source>
        <translation>heure de l’hôpital</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Lang&amp;ue</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Message</translation>
    </message>
    <message>
        <source>Ab&amp;out</source>
        <translation>M&amp;otif</translation>
    </message>
    <message>
        <source>&amp;Repeat</source>
        <translation>Rép&amp;éter</translation>
    </message>
    <message>
        <source>Every how many</source>
        <translation>Tous les combien</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>semaines</translation>
    </message>
    <message>
        <source>months</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>How many times in all</source>
        <translation>Combien de fois en tout</translation>
    </message>
    <message>
        <source>every</source>
        <translation>tous les</translation>
    </message>
    <message>
        <source>times in all</source>
        <translation>fois en tout</translation>
    </message>
    <message>
        <source>still open: %1</source>
        <translation>encore à donner&#xa0;: %1</translation>
    </message>
    <message>
        <source>not written in this language yet: in French</source>
        <translation>pas encore écrit dans cette langue&#xa0;: en français</translation>
    </message>
    <message>
        <source>Words &amp;from</source>
        <translation>Mo&amp;dèle</translation>
    </message>
    <message>
        <source>Hours, days, weeks or months</source>
        <translation>Heures, jours, semaines ou mois</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>only on</source>
        <translation>seulement</translation>
    </message>
</context>
<context>
    <name>accueil::ReminderModel</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À faire</translation>
    </message>
</context>
<context>
    <name>accueil::ReminderPane</name>
    <message>
        <source>To be sent: %1</source>
        <translation>Envoi prévu&#xa0;: %1</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>Envoyé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Appointment: %1</source>
        <translation>Rendez-vous&#xa0;: %1</translation>
    </message>
    <message>
        <source>Repeated %1, this is number %2</source>
        <translation>Répété %1, celui-ci est le n°&#xa0;%2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Choose a reminder in the list to read it here.</source>
        <translation>Choisissez un rappel dans la liste pour le lire ici.</translation>
    </message>
    <message>
        <source>Chosen reminder</source>
        <translation>Rappel choisi</translation>
    </message>
</context>
<context>
    <name>accueil::RemindersPage</name>
    <message>
        <source>That could not be done</source>
        <translation>Cela n’a pas pu se faire</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the patient’s record</source>
        <translation>Ouvrir la fiche du patient</translation>
    </message>
    <message>
        <source>New reminder</source>
        <translation>Nouveau rappel</translation>
    </message>
    <message>
        <source>Reminders to decide</source>
        <translation>Rappels à trancher</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>À trancher</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Partis</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n rappel</numerusform>
            <numerusform>%n rappels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) in this list</source>
        <translation>
            <numerusform>%n rappel dans cette liste</numerusform>
            <numerusform>%n rappels dans cette liste</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter: open · menu key: what can be done</source>
        <translation>Entrée&#xa0;: ouvrir · touche menu&#xa0;: que faire</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Rien à trancher</translation>
    </message>
    <message>
        <source>Every message that was tried has a known end.</source>
        <translation>Chaque message essayé a une issue connue.</translation>
    </message>
    <message>
        <source>No reminder here</source>
        <translation>Aucun rappel ici</translation>
    </message>
    <message>
        <source>An appointment to come is a good reason for one.</source>
        <translation>Un rendez-vous à venir en est une bonne raison.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Rappels</translation>
    </message>
    <message>
        <source>&amp;New reminder</source>
        <translation>&amp;Nouveau rappel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>A week around today</source>
        <translation>Une semaine autour d’aujourd’hui</translation>
    </message>
    <message>
        <source>A month around today</source>
        <translation>Un mois autour d’aujourd’hui</translation>
    </message>
    <message>
        <source>Reading the reminders…</source>
        <translation>Lecture des rappels…</translation>
    </message>
    <message>
        <source>Which reminders</source>
        <translation>Quels rappels</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>How reminders are shown</source>
        <translation>Affichage des rappels</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>All hours again</source>
        <translation>Toutes les heures</translation>
    </message>
    <message>
        <source>Expired or refused</source>
        <translation>Expirés ou refusés</translation>
    </message>
    <message>
        <source>Nothing expired or refused</source>
        <translation>Rien d’expiré ni de refusé</translation>
    </message>
    <message>
        <source>Every patient could be reached, or knows.</source>
        <translation>Chaque patient a été joint, ou est prévenu.</translation>
    </message>
</context>
<context>
    <name>accueil::RunSheet</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Only if the patient has not confirmed</source>
        <translation>Seulement si non confirmé</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>This plan sends nothing.</source>
        <translation>Ce plan n’envoie rien.</translation>
    </message>
    <message>
        <source>Nothing is sent after the appointment</source>
        <translation>Aucun envoi après le rendez-vous</translation>
    </message>
</context>
<context>
    <name>accueil::SearchBox</name>
    <message>
        <source>The registry does not answer</source>
        <translation>Le fichier des patients ne répond pas</translation>
    </message>
    <message>
        <source>Try again in a moment</source>
        <translation>Réessayez dans un instant</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>A name, a number or a telephone</source>
        <translation>Un nom, un numéro ou un téléphone</translation>
    </message>
    <message>
        <source>Find a patient, a page, an action</source>
        <translation>Chercher un patient, une page, une action</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
</context>
<context>
    <name>accueil::SendingPanel</name>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>Heures de silenc&amp;e</translation>
    </message>
    <message>
        <source>D&amp;ays on which nothing is sent</source>
        <translation>&amp;Jours sans envoi</translation>
    </message>
    <message>
        <source>one on each line, as in 25/12/2026</source>
        <translation>un par ligne, comme 25/12/2026</translation>
    </message>
    <message>
        <source>Messages to a patient a da&amp;y</source>
        <translation>Messages par patient et par j&amp;our</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>Messages a &amp;second</source>
        <translation>Messages par seco&amp;nde</translation>
    </message>
    <message>
        <source>Ask when m&amp;ore are late than</source>
        <translation>&amp;Demander au-delà de … en retard</translation>
    </message>
    <message>
        <source>never ask</source>
        <translation>ne jamais demander</translation>
    </message>
    <message>
        <source>Seconds between two loo&amp;ks</source>
        <translation>Se&amp;condes entre deux vérifications</translation>
    </message>
    <message>
        <source>at the provider, when nobody knows whether a message left</source>
        <translation>chez l’opérateur, quand nul ne sait si un message est parti</translation>
    </message>
    <message>
        <source>&amp;Waits after a failure</source>
        <translation>A&amp;ttentes après un échec</translation>
    </message>
    <message>
        <source>s, min or h, as in 1 min, 5 min, 1 h</source>
        <translation>s, min ou h, comme 1 min, 5 min, 1 h</translation>
    </message>
    <message>
        <source>SMS bud&amp;get of a month</source>
        <translation>Bud&amp;get SMS du mois</translation>
    </message>
    <message>
        <source>when it is spent, SMS wait for the next month; empty: none</source>
        <translation>dépensé, les SMS attendent le mois prochain&#xa0;; vide&#xa0;: aucun</translation>
    </message>
    <message>
        <source>“%1” is not a date: write it as in 25/12/2026.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date&#xa0;: écrivez-la comme 25/12/2026.</translation>
    </message>
</context>
<context>
    <name>accueil::SettingsPage</name>
    <message>
        <source>The settings cannot be read</source>
        <translation>Les paramètres ne peuvent pas être lus</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Pas enregistré</translation>
    </message>
    <message>
        <source>Not saved: some values need another look.</source>
        <translation>Pas enregistré&#xa0;: des valeurs sont à revoir.</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation>Paramètres&#xa0;: %1</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>&amp;Hospital</source>
        <translation>&amp;Hôpital</translation>
    </message>
    <message>
        <source>S&amp;MS</source>
        <translation>&amp;SMS</translation>
    </message>
    <message>
        <source>Emai&amp;l</source>
        <translation>E-mai&amp;l</translation>
    </message>
    <message>
        <source>Ta&amp;blets</source>
        <translation>Ta&amp;blettes</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Groupes de paramètres</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>En&amp;registrer</translation>
    </message>
    <message>
        <source>Appearan&amp;ce</source>
        <translation>App&amp;arence</translation>
    </message>
    <message>
        <source>Calls an&amp;d web</source>
        <translation>Appels et &amp;Internet</translation>
    </message>
    <message>
        <source>Send&amp;ing</source>
        <translation>R&amp;ythme d’envoi</translation>
    </message>
</context>
<context>
    <name>accueil::SettingsPanel</name>
    <message>
        <source>Fixed where the program was started (%1).</source>
        <translation>Fixé là où le programme a été lancé (%1).</translation>
    </message>
</context>
<context>
    <name>accueil::Sidebar</name>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
</context>
<context>
    <name>accueil::SmsMeter</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1, à cause de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <comment>units</comment>
        <translation>
            <numerusform>%n signe</numerusform>
            <numerusform>%n signes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) in plain spelling</source>
        <translation>
            <numerusform>%n segment en écriture simple</numerusform>
            <numerusform>%n segments en écriture simple</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost %1, in plain spelling %2</source>
        <translation>Coût %1, en écriture simple %2</translation>
    </message>
    <message>
        <source>Cost %1</source>
        <translation>Coût %1</translation>
    </message>
    <message numerus="yes">
        <source>Longer than the %n segment(s) the hospital wants to pay for</source>
        <translation>
            <numerusform>Plus long que le segment que l’hôpital veut payer</numerusform>
            <numerusform>Plus long que les %n segments que l’hôpital veut payer</numerusform>
        </translation>
    </message>
    <message>
        <source>Write it in plain &amp;letters</source>
        <translation>Écrire en &amp;lettres simples</translation>
    </message>
</context>
<context>
    <name>accueil::SmsPanel</name>
    <message>
        <source>Twilio &amp;account (SID)</source>
        <translation>&amp;Compte Twilio (SID)</translation>
    </message>
    <message>
        <source>Twilio t&amp;oken</source>
        <translation>&amp;Jeton Twilio</translation>
    </message>
    <message>
        <source>stored encrypted</source>
        <translation>gardé chiffré</translation>
    </message>
    <message>
        <source>&amp;Web address of the provider</source>
        <translation>Adresse &amp;web du fournisseur</translation>
    </message>
    <message>
        <source>&amp;Price of a segment</source>
        <translation>&amp;Prix d’un segment</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>C&amp;urrency</source>
        <translation>&amp;Monnaie</translation>
    </message>
    <message>
        <source>Se&amp;gments at most</source>
        <translation>Se&amp;gments au plus</translation>
    </message>
    <message>
        <source>Number or name of the s&amp;ender</source>
        <translation>Numéro ou nom de l’&amp;expéditeur</translation>
    </message>
    <message>
        <source>with its country code, as in +237670123456; a name cannot call</source>
        <translation>avec son indicatif, comme +237670123456 ; un nom ne peut pas appeler</translation>
    </message>
    <message>
        <source>Messaging &amp;Service (SID)</source>
        <translation>Messaging Ser&amp;vice (SID)</translation>
    </message>
    <message>
        <source>if SMS leave through one</source>
        <translation>si les SMS passent par lui</translation>
    </message>
    <message>
        <source>&amp;Receives answers</source>
        <translation>Réponses reç&amp;ues</translation>
    </message>
    <message>
        <source>If it is a number</source>
        <translation>Si c’est un numéro</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Letters that it ta&amp;kes</source>
        <translation>Le&amp;ttres qu’il accepte</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Only those of an ordinary SMS</source>
        <translation>Celles d’un SMS simple</translation>
    </message>
    <message>
        <source>Nobody would receive the replies that templates ask for</source>
        <translation>Personne ne recevrait les réponses que des modèles demandent</translation>
    </message>
    <message>
        <source>This sender receives none, and they are still sent as they are: %1. Change their words, or switch them off.</source>
        <translation>Cet expéditeur n’en reçoit aucune, et ils partent toujours tels quels&#xa0;: %1. Changez leur texte, ou désactivez-les.</translation>
    </message>
</context>
<context>
    <name>accueil::StarRow</name>
    <message numerus="yes">
        <source>%n star(s) of 5</source>
        <translation>
            <numerusform>%n étoile sur 5</numerusform>
            <numerusform>%n étoiles sur 5</numerusform>
        </translation>
    </message>
    <message>
        <source>keys 1 to 5</source>
        <translation>touches 1 à 5</translation>
    </message>
</context>
<context>
    <name>accueil::StartDrill</name>
    <message>
        <source>Start a drill?</source>
        <translation>Commencer un exercice&#xa0;?</translation>
    </message>
    <message>
        <source>A second window opens, with a violet frame. In it are invented patients, and nothing is sent. Everything in it is gone when it is closed. This window goes on as usual.</source>
        <translation>Une deuxième fenêtre s’ouvre, avec un cadre violet. Les patients y sont inventés et rien n’est envoyé. Tout y disparaît quand elle se ferme. Cette fenêtre-ci continue comme d’habitude.</translation>
    </message>
    <message>
        <source>&amp;Start the drill</source>
        <translation>&amp;Commencer l’exercice</translation>
    </message>
    <message>
        <source>The drill could not be started</source>
        <translation>L’exercice n’a pas pu commencer</translation>
    </message>
    <message>
        <source>The program may have been moved or replaced. Close it and open it again.</source>
        <translation>Le programme a peut-être été déplacé ou remplacé. Fermez-le et ouvrez-le de nouveau.</translation>
    </message>
</context>
<context>
    <name>accueil::StateView</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture en cours…</translation>
    </message>
</context>
<context>
    <name>accueil::StepEditor</name>
    <message>
        <source>Only who has not confirmed</source>
        <translation>Seulement si non confirmé</translation>
    </message>
    <message>
        <source> h before</source>
        <comment>after a number</comment>
        <translation> h avant</translation>
    </message>
    <message>
        <source>if that is refused:</source>
        <translation>en cas de refus :</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Message %1: how long before</source>
        <translation>Message %1 : délai</translation>
    </message>
    <message>
        <source>Message %1: by</source>
        <translation>Message %1 : par</translation>
    </message>
    <message>
        <source>Message %1: words from</source>
        <translation>Message %1 : modèle</translation>
    </message>
    <message>
        <source>Message %1: if that is refused</source>
        <translation>Message %1 : en cas de refus</translation>
    </message>
    <message>
        <source>Message %1: only who has not confirmed</source>
        <translation>Message %1 : seulement si non confirmé</translation>
    </message>
    <message>
        <source>Remove message %1</source>
        <translation>Retirer le message %1</translation>
    </message>
</context>
<context>
    <name>accueil::StepList</name>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>open</source>
        <translation>à faire</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Listen, remind, answer</source>
        <translation>Écouter, rappeler, répondre</translation>
    </message>
    <message>
        <source>No internet is needed to begin.</source>
        <translation>Aucun Internet nécessaire pour commencer.</translation>
    </message>
    <message>
        <source>Names, telephones and voices are encrypted before they are written to the disk.</source>
        <translation>Noms, téléphones et voix sont chiffrés avant d’être écrits sur le disque.</translation>
    </message>
</context>
<context>
    <name>accueil::StrengthMeter</name>
    <message>
        <source>At least 10 characters. Four words that do not belong together are good.</source>
        <translation>Au moins 10 caractères. Quatre mots sans rapport entre eux font l’affaire.</translation>
    </message>
    <message numerus="yes">
        <source>Strong: %n words</source>
        <translation>
            <numerusform>Solide&#xa0;: %n mot</numerusform>
            <numerusform>Solide&#xa0;: %n mots</numerusform>
        </translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Solide</translation>
    </message>
    <message>
        <source>Good enough; longer is better</source>
        <translation>Suffisant&#xa0;; plus long est mieux</translation>
    </message>
</context>
<context>
    <name>accueil::TabletContentPage</name>
    <message>
        <source>What tablets say cannot be read</source>
        <translation>Impossible de lire ce que disent les tablettes</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>language, recorded, all</comment>
        <translation>%1 %2 sur %3</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Saved. Tablets ask it from their next contact on.</source>
        <translation>Enregistré. Les tablettes le poseront dès leur prochain contact.</translation>
    </message>
    <message>
        <source>The PIN is set.</source>
        <translation>Le code est fixé.</translation>
    </message>
    <message>
        <source>Without a PIN, the pages for the staff stay closed on tablets.</source>
        <translation>Sans code, les pages du personnel restent fermées sur les tablettes.</translation>
    </message>
    <message>
        <source>Not saved: some values need another look.</source>
        <translation>Pas enregistré&#xa0;: certaines valeurs sont à revoir.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Pas enregistré</translation>
    </message>
    <message>
        <source>Tablets: voices and words</source>
        <translation>Tablettes&#xa0;: voix et mots</translation>
    </message>
    <message>
        <source>Tablets: questions and times</source>
        <translation>Tablettes&#xa0;: questions et durées</translation>
    </message>
    <message>
        <source>Questions and voices</source>
        <translation>Questions et voix</translation>
    </message>
    <message>
        <source>&amp;Voices and words</source>
        <translation>&amp;Voix et mots</translation>
    </message>
    <message>
        <source>&amp;Questions and times</source>
        <translation>Questions et d&amp;urées</translation>
    </message>
    <message>
        <source>Groups of what tablets do</source>
        <translation>Ce que font les tablettes, par groupe</translation>
    </message>
    <message>
        <source>What tablets say, by language</source>
        <translation>Ce que disent les tablettes, par langue</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>Questions and times</source>
        <translation>Questions et durées</translation>
    </message>
</context>
<context>
    <name>accueil::TabletDialog</name>
    <message>
        <source>Change the tablet %1</source>
        <translation>Modifier la tablette %1</translation>
    </message>
    <message>
        <source>&amp;Name shown</source>
        <translation>&amp;Nom affiché</translation>
    </message>
    <message>
        <source>&amp;Ward</source>
        <translation>&amp;Service</translation>
    </message>
    <message>
        <source>counts for what it sends from now on</source>
        <translation>vaut pour ce qu’elle enverra désormais</translation>
    </message>
    <message>
        <source>No ward</source>
        <translation>Aucun service</translation>
    </message>
</context>
<context>
    <name>accueil::TabletDoor</name>
    <message>
        <source>Another program uses the port for tablets on this computer.</source>
        <translation>Un autre programme de cet ordinateur occupe le port des tablettes.</translation>
    </message>
    <message>
        <source>The certificate of this hospital cannot be read.</source>
        <translation>Le certificat de cet hôpital est illisible.</translation>
    </message>
    <message>
        <source>The certificate is out of date, or not valid yet. Is this computer’s clock right?</source>
        <translation>Le certificat est périmé, ou pas encore valable. L’horloge de cet ordinateur est-elle juste&#xa0;?</translation>
    </message>
    <message>
        <source>The certificate that the hospital gave ends within 30 days. Renew it in time.</source>
        <translation>Le certificat donné par l’hôpital se termine dans moins de 30 jours. Renouvelez-le à temps.</translation>
    </message>
    <message>
        <source>This desk cannot be reached by tablets.</source>
        <translation>Les tablettes ne peuvent pas joindre ce poste.</translation>
    </message>
</context>
<context>
    <name>accueil::TabletFileDialog</name>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importation…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>C&amp;hoose another file…</source>
        <translation>C&amp;hoisir un autre fichier…</translation>
    </message>
    <message>
        <source>C&amp;hoose a file…</source>
        <translation>C&amp;hoisir un fichier…</translation>
    </message>
    <message>
        <source>The file holds patients’ words and telephone numbers: delete it once all of it is here.</source>
        <translation>Le fichier contient des paroles et des numéros de patients&#xa0;: supprimez-le dès que tout est ici.</translation>
    </message>
    <message>
        <source>A tablet that can send no more saves what it holds to a file (its staff pages, “Export”). What arrived here before is recognised: nothing is doubled, however often a file is imported.</source>
        <translation>Une tablette qui ne peut plus envoyer enregistre ses réponses dans un fichier (pages du personnel, «&#xa0;Exporter&#xa0;»). Ce qui est déjà arrivé ici est reconnu&#xa0;: rien n’est doublé, même si le fichier est importé plusieurs fois.</translation>
    </message>
    <message>
        <source>Choose the file of a tablet</source>
        <translation>Choisir le fichier d’une tablette</translation>
    </message>
    <message>
        <source>Files of tablets (*.json)</source>
        <translation>Fichiers de tablettes (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The tablet held nothing more: there is nothing to import.</source>
        <translation>La tablette ne contenait plus rien&#xa0;: il n’y a rien à importer.</translation>
    </message>
    <message>
        <source>A tablet without a name</source>
        <translation>Une tablette sans nom</translation>
    </message>
    <message>
        <source>written on %1</source>
        <translation>écrit le %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 taken in · %2 were here already · %3 to compare · %4 refused</source>
        <translation>%1 importées · %2 déjà présentes · %3 à comparer · %4 refusées</translation>
    </message>
    <message>
        <source>Stopped. Import the same file again to go on: nothing is doubled.</source>
        <translation>Arrêté. Importez le même fichier pour continuer&#xa0;: rien n’est doublé.</translation>
    </message>
    <message>
        <source>Some were not stored. Import the same file again: nothing is doubled.</source>
        <translation>Certaines n’ont pas été enregistrées. Importez le même fichier encore une fois&#xa0;: rien n’est doublé.</translation>
    </message>
    <message>
        <source>The file was read to its end. What is to be compared waits on the page Feedback.</source>
        <translation>Le fichier a été lu jusqu’au bout. Ce qui est à comparer attend à la page Retours.</translation>
    </message>
    <message>
        <source>The file was read to its end.</source>
        <translation>Le fichier a été lu jusqu’au bout.</translation>
    </message>
    <message>
        <source>Import a tablet’s file</source>
        <translation>Importer le fichier d’une tablette</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>What became of each answer</source>
        <translation>Ce que chaque réponse est devenue</translation>
    </message>
</context>
<context>
    <name>accueil::TabletFileModel</name>
    <message>
        <source>Given (tablet’s clock)</source>
        <translation>Donné le (heure de la tablette)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>Deleted here meanwhile</source>
        <translation>Supprimé ici entre-temps</translation>
    </message>
    <message>
        <source>Was here already</source>
        <translation>Déjà présent</translation>
    </message>
    <message>
        <source>To compare</source>
        <translation>À comparer</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>Pas enregistré</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>présent</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdu</translation>
    </message>
    <message>
        <source>cannot be played</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>Something else came under its identity before.</source>
        <translation>Autre chose est arrivé avant sous la même identité.</translation>
    </message>
    <message>
        <source>Import the file again.</source>
        <translation>Importez le fichier encore une fois.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what is wrong</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>accueil::TabletModel</name>
    <message>
        <source>To pair</source>
        <translation>À associer</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Battery low</source>
        <translation>Batterie faible</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Hors réseau</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Révoquée</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Revoked on %1</source>
        <translation>Révoquée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Paired on %1</source>
        <translation>Associée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>Tablette</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batterie</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>accueil::TabletsPage</name>
    <message>
        <source>The tablets cannot be read</source>
        <translation>Impossible de lire les tablettes</translation>
    </message>
    <message>
        <source>Revoke the tablet %1?</source>
        <translation>Révoquer la tablette %1&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>It can send nothing more, at once and for good. %n answer(s) still wait on it: let it send them first if it is at hand.</source>
        <translation>
            <numerusform>Elle ne peut plus rien envoyer, tout de suite et pour de bon. %n retour attend encore dessus&#xa0;: laissez-la l’envoyer d’abord si elle est là.</numerusform>
            <numerusform>Elle ne peut plus rien envoyer, tout de suite et pour de bon. %n retours attendent encore dessus&#xa0;: laissez-la les envoyer d’abord si elle est là.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can send nothing more, at once and for good. What it sent stays. To use it again, pair it anew.</source>
        <translation>Elle ne peut plus rien envoyer, tout de suite et pour de bon. Ce qu’elle a envoyé reste. Pour s’en servir encore, associez-la de nouveau.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Révoquer</translation>
    </message>
    <message>
        <source>The tablet was not revoked</source>
        <translation>La tablette n’a pas été révoquée</translation>
    </message>
    <message>
        <source>Pair a tablet</source>
        <translation>Associer une tablette</translation>
    </message>
    <message>
        <source>Poster for the tablet page</source>
        <translation>Affiche de la page des tablettes</translation>
    </message>
    <message>
        <source>Certificate of this desk</source>
        <translation>Certificat de ce poste</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actives</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Hors réseau</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Révoquées</translation>
    </message>
    <message numerus="yes">
        <source>%n tablet(s)</source>
        <translation>
            <numerusform>%n tablette</numerusform>
            <numerusform>%n tablettes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n answer(s) waiting</source>
        <translation>
            <numerusform>%1, %n retour en attente</numerusform>
            <numerusform>%1, %n retours en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>No tablet yet</source>
        <translation>Pas encore de tablette</translation>
    </message>
    <message>
        <source>Pair one with a code, and hand it to a ward.</source>
        <translation>Associez-en une avec un code, et confiez-la à un service.</translation>
    </message>
    <message>
        <source>All are in reach</source>
        <translation>Toutes répondent</translation>
    </message>
    <message>
        <source>Every tablet was heard of just now.</source>
        <translation>Chaque tablette a donné signe de vie à l’instant.</translation>
    </message>
    <message>
        <source>None here</source>
        <translation>Aucune ici</translation>
    </message>
    <message>
        <source>Look among the others above.</source>
        <translation>Voir les autres ci-dessus.</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>Tablettes</translation>
    </message>
    <message>
        <source>&amp;Pair a tablet</source>
        <translation>&amp;Associer une tablette</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>&amp;Certificat</translation>
    </message>
    <message>
        <source>P&amp;oster</source>
        <translation>A&amp;ffiche</translation>
    </message>
    <message>
        <source>&amp;Name, ward</source>
        <translation>&amp;Nom, service</translation>
    </message>
    <message>
        <source>New co&amp;de</source>
        <translation>Nouveau co&amp;de</translation>
    </message>
    <message>
        <source>Reading the tablets…</source>
        <translation>Lecture des tablettes…</translation>
    </message>
    <message>
        <source>Without the network</source>
        <translation>Sans réseau</translation>
    </message>
    <message>
        <source>A tablet is lost</source>
        <translation>Tablette perdue</translation>
    </message>
    <message>
        <source>A tablet keeps its answers for at least 72 hours and sends each of them once.</source>
        <translation>Une tablette garde ses retours 72 heures au moins, puis envoie chacun une seule fois.</translation>
    </message>
    <message>
        <source>“Revoke” ends its access at once. It can read nobody’s record, only send answers.</source>
        <translation>«&#xa0;Révoquer&#xa0;» coupe son accès tout de suite. Elle ne peut lire aucun dossier, seulement envoyer.</translation>
    </message>
    <message>
        <source>Import a tablet’s file</source>
        <translation>Importer le fichier d’une tablette</translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation>&amp;Importer un fichier…</translation>
    </message>
</context>
<context>
    <name>accueil::TabletsPanel</name>
    <message>
        <source>Tablets and other desks may &amp;reach this desk over the network</source>
        <translation>Les tablettes et les autres &amp;postes peuvent joindre celui-ci par le réseau</translation>
    </message>
    <message>
        <source>Otherwise this desk listens only to programs on this computer.</source>
        <translation>Sinon, ce poste n’écoute que les programmes de cet ordinateur.</translation>
    </message>
    <message>
        <source>does not listen: %1</source>
        <translation>n’écoute pas&#xa0;: %1</translation>
    </message>
    <message>
        <source>none: tablets are not allowed, or this computer is in no network</source>
        <translation>aucune&#xa0;: les tablettes ne sont pas autorisées, ou cet ordinateur n’est dans aucun réseau</translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation>aucune&#xa0;: %1</translation>
    </message>
    <message>
        <source>Addresses for tablets now</source>
        <translation>Adresses actuelles pour les tablettes</translation>
    </message>
    <message>
        <source>Address for programs on this computer</source>
        <translation>Adresse pour les programmes de cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Pair tablets, poster, certificate</source>
        <translation>Ass&amp;ocier des tablettes, affiche, certificat</translation>
    </message>
</context>
<context>
    <name>accueil::TemplateChoice</name>
    <message>
        <source>Own words</source>
        <translation>Texte libre</translation>
    </message>
</context>
<context>
    <name>accueil::TemplateDialog</name>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Nouveau modèle</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>small letters, as in vaccination; the same in all languages</source>
        <translation>en minuscules, comme vaccination&#xa0;; le même dans toutes les langues</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Sujet</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
</context>
<context>
    <name>accueil::TemplateModel</name>
    <message>
        <source>To be written</source>
        <translation>À écrire</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>D’origine</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>À vous</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Medication</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Suivi</translation>
    </message>
    <message>
        <source>Results are ready</source>
        <translation>Résultats prêts</translation>
    </message>
    <message>
        <source>Survey after a visit</source>
        <translation>Avis après une visite</translation>
    </message>
    <message>
        <source>Shared telephone</source>
        <translation>Téléphone partagé</translation>
    </message>
    <message>
        <source>French is used until then</source>
        <translation>Le français sert en attendant</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Asks in vain</source>
        <translation>Réponse sans écho</translation>
    </message>
    <message>
        <source>Appointment moved (email)</source>
        <translation>Rendez-vous déplacé (e-mail)</translation>
    </message>
    <message>
        <source>Appointment cancelled (email)</source>
        <translation>Rendez-vous annulé (e-mail)</translation>
    </message>
</context>
<context>
    <name>accueil::TemplatePane</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>As &amp;delivered</source>
        <translation>Texte d’&amp;origine</translation>
    </message>
    <message>
        <source>To be written by a native speaker. Until then the French words are sent.</source>
        <translation>À écrire par une personne dont c’est la langue. En attendant, le texte français part.</translation>
    </message>
    <message>
        <source>Choose a patient to see it with a real record.</source>
        <translation>Choisissez un patient pour le voir avec une vraie fiche.</translation>
    </message>
    <message>
        <source>This gives away what a patient suffers from</source>
        <translation>Ceci révèle de quoi souffre le patient</translation>
    </message>
    <message>
        <source>%1 must not stand in an SMS: others read it. Say it without.</source>
        <translation>%1 ne doit pas figurer dans un SMS&#xa0;: d’autres le lisent. Dites-le autrement.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Delete this template?</source>
        <translation>Supprimer ce modèle&#xa0;?</translation>
    </message>
    <message>
        <source>Take the delivered words again?</source>
        <translation>Reprendre le texte d’origine&#xa0;?</translation>
    </message>
    <message>
        <source>Reminders that were scheduled with it keep their words.</source>
        <translation>Les rappels déjà prévus gardent leur texte.</translation>
    </message>
    <message>
        <source>Your own words are lost. Reminders that were scheduled with them keep them.</source>
        <translation>Votre texte sera perdu. Les rappels déjà prévus le gardent.</translation>
    </message>
    <message>
        <source>Choose a template to see and change its words.</source>
        <translation>Choisissez un modèle pour voir et changer son texte.</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <source>Insert what differs from patient to patient:</source>
        <translation>Insérer ce qui change d’un patient à l’autre&#xa0;:</translation>
    </message>
    <message>
        <source>Insert the patient’s name</source>
        <translation>Insérer le nom du patient</translation>
    </message>
    <message>
        <source>Insert the hospital’s name</source>
        <translation>Insérer le nom de l’hôpital</translation>
    </message>
    <message>
        <source>Insert the ward</source>
        <translation>Insérer le service</translation>
    </message>
    <message>
        <source>Insert the date of the appointment</source>
        <translation>Insérer la date du rendez-vous</translation>
    </message>
    <message>
        <source>Insert the time of the appointment</source>
        <translation>Insérer l’heure du rendez-vous</translation>
    </message>
    <message>
        <source>&amp;Used for reminders</source>
        <translation>&amp;Utilisé pour les rappels</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>With the record o&amp;f</source>
        <translation>Avec la &amp;fiche de</translation>
    </message>
    <message>
        <source>name, number or telephone</source>
        <translation>nom, numéro ou téléphone</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>Nobody receives the reply that this asks for</source>
        <translation>Personne ne reçoit la réponse demandée ici</translation>
    </message>
    <message>
        <source>The hospital’s SMS sender receives none. Say whom to call instead, or switch the template off.</source>
        <translation>L’expéditeur des SMS de l’hôpital n’en reçoit aucune. Dites plutôt qui appeler, ou désactivez le modèle.</translation>
    </message>
</context>
<context>
    <name>accueil::TemplatesPage</name>
    <message>
        <source>The templates cannot be read</source>
        <translation>Les modèles ne peuvent pas être lus</translation>
    </message>
    <message numerus="yes">
        <source>%n to be written</source>
        <translation>
            <numerusform>%n à écrire</numerusform>
            <numerusform>%n à écrire</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Quitter sans enregistrer&#xa0;?</translation>
    </message>
    <message>
        <source>The words you changed are not saved yet.</source>
        <translation>Le texte que vous avez changé n’est pas encore enregistré.</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Nouveau modèle</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>&amp;New template</source>
        <translation>&amp;Nouveau modèle</translation>
    </message>
</context>
<context>
    <name>accueil::TestRow</name>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Test from Accueil</source>
        <translation>Essai d&apos;Accueil</translation>
    </message>
    <message>
        <source>This is a test from Accueil. It works.</source>
        <translation>Ceci est un essai d&apos;Accueil. Tout marche.</translation>
    </message>
    <message>
        <source>The provider took the test</source>
        <translation>Le fournisseur a pris l’essai</translation>
    </message>
    <message>
        <source>Please look whether it arrives.</source>
        <translation>Regardez s’il arrive.</translation>
    </message>
    <message>
        <source>Not sent: this channel is not set up yet</source>
        <translation>Pas envoyé&#xa0;: ce canal n’est pas encore réglé</translation>
    </message>
    <message>
        <source>Please fill in the fields above.</source>
        <translation>Remplissez les champs au-dessus.</translation>
    </message>
    <message>
        <source>Nobody knows whether it left</source>
        <translation>Personne ne sait s’il est parti</translation>
    </message>
    <message>
        <source>The test was not sent</source>
        <translation>L’essai n’est pas parti</translation>
    </message>
    <message>
        <source>Send a test to this &amp;address</source>
        <translation>Adresse po&amp;ur un essai</translation>
    </message>
    <message>
        <source>Send a test to this &amp;number</source>
        <translation>Numéro p&amp;our un essai</translation>
    </message>
    <message>
        <source>Send a &amp;test</source>
        <translation>E&amp;nvoyer un essai</translation>
    </message>
    <message>
        <source>Make a test call to this &amp;number</source>
        <translation>Numéro p&amp;our un appel d’essai</translation>
    </message>
    <message>
        <source>Call as a &amp;test</source>
        <translation>Appeler pour u&amp;n essai</translation>
    </message>
</context>
<context>
    <name>accueil::TextLine</name>
    <message>
        <source>Hide the password</source>
        <translation>Cacher le mot de passe</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Montrer le mot de passe</translation>
    </message>
</context>
<context>
    <name>accueil::TimeWords</name>
    <message>
        <source>d MMMM</source>
        <extracomment>pattern of a day in this year, as in &quot;10 March&quot;</extracomment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>pattern of a day in another year, as in &quot;10 March 2025&quot;</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>hier, %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <translation>demain, %1</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <extracomment>pattern of an exact day, as in &quot;Thursday 12 March 2026&quot;</extracomment>
        <translation>dddd d MMMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>pattern of a day on a chip, as in &quot;16 Mar&quot;</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>aujourd’hui, %1</translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <extracomment>pattern of a day with its name, as in &quot;Mon 16 March&quot;</extracomment>
        <translation>ddd d MMMM</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>il y a %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>il y a %1 h</translation>
    </message>
</context>
<context>
    <name>accueil::TimelineModel</name>
    <message>
        <source>Feedback, %1</source>
        <translation>Retour, %1</translation>
    </message>
    <message>
        <source>Feedback, %1, %2</source>
        <translation>Retour, %1, %2</translation>
    </message>
    <message>
        <source>recommends %1/10</source>
        <translation>recommande %1/10</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>%1, appointment of %2</source>
        <translation>%1, rendez-vous&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>channel, purpose</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, try number %2</source>
        <translation>%1, essai n°&#xa0;%2</translation>
    </message>
    <message>
        <source>Registered by %1</source>
        <translation>Inscrit par %1</translation>
    </message>
    <message>
        <source>Archived by %1</source>
        <translation>Archivé par %1</translation>
    </message>
    <message>
        <source>Record changed by %1</source>
        <translation>Fiche modifiée par %1</translation>
    </message>
    <message>
        <source>%1 out of 5</source>
        <translation>%1 sur 5</translation>
    </message>
    <message>
        <source>Reminder cancelled by %1</source>
        <translation>Rappel annulé par %1</translation>
    </message>
    <message>
        <source>Reminder sent again by %1</source>
        <translation>Rappel renvoyé par %1</translation>
    </message>
    <message>
        <source>Reminder taken for sent by %1</source>
        <translation>Rappel tenu pour parti par %1</translation>
    </message>
    <message>
        <source>Reminder changed by %1</source>
        <translation>Rappel modifié par %1</translation>
    </message>
    <message>
        <source>Feedback changed by %1</source>
        <translation>Retour modifié par %1</translation>
    </message>
</context>
<context>
    <name>accueil::TopBar</name>
    <message>
        <source>Dark window</source>
        <translation>Fenêtre sombre</translation>
    </message>
    <message>
        <source>Light window</source>
        <translation>Fenêtre claire</translation>
    </message>
    <message>
        <source>Help: all keys</source>
        <translation>Aide&#xa0;: toutes les touches</translation>
    </message>
</context>
<context>
    <name>accueil::UserDialog</name>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>To look at: %1</source>
        <translation>À revoir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Change the account %1</source>
        <translation>Modifier le compte %1</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Nouveau compte</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nom d’&amp;utilisateur</translation>
    </message>
    <message>
        <source>small letters, as in c.mbeng</source>
        <translation>comme c.mbeng</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rôle</translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation>&amp;E-mail</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>facultatif</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;Téléphone</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>empty: as before</source>
        <translation>vide&#xa0;: comme avant</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
</context>
<context>
    <name>accueil::UserModel</name>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Last here</source>
        <translation>Dernière visite</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>accueil::UsersPage</name>
    <message>
        <source>The accounts cannot be read</source>
        <translation>Les comptes ne peuvent pas être lus</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n compte</numerusform>
            <numerusform>%n comptes</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Désactiver</translation>
    </message>
    <message>
        <source>&amp;Enable again</source>
        <translation>Ré&amp;activer</translation>
    </message>
    <message>
        <source>Disable the account %1?</source>
        <translation>Désactiver le compte %1&#xa0;?</translation>
    </message>
    <message>
        <source>It can no longer sign in, at once and everywhere. What it wrote stays. It can be enabled again.</source>
        <translation>Il ne peut plus se connecter, tout de suite et partout. Ce qu’il a écrit reste. Il peut être réactivé.</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Nouveau compte</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>&amp;New account</source>
        <translation>&amp;Nouveau compte</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Modifier</translation>
    </message>
</context>
<context>
    <name>accueil::WardsEditor</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>ward, records</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 – not on the list, %2</source>
        <comment>ward, records</comment>
        <translation>%1 – hors de la liste, %2</translation>
    </message>
    <message>
        <source>“%1” is on the list.</source>
        <translation>«&#xa0;%1&#xa0;» est sur la liste.</translation>
    </message>
    <message>
        <source>Rename “%1”?</source>
        <translation>Renommer «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>It becomes “%1” in %n record(s), for all desks and tablets.</source>
        <translation>
            <numerusform>Il devient «&#xa0;%1&#xa0;» dans %n fiche, pour tous les postes et les tablettes.</numerusform>
            <numerusform>Il devient «&#xa0;%1&#xa0;» dans %n fiches, pour tous les postes et les tablettes.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message numerus="yes">
        <source>“%1” in %n record(s).</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» dans %n fiche.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» dans %n fiches.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take “%1” off the list?</source>
        <translation>Retirer «&#xa0;%1&#xa0;» de la liste&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) keep the name; forms and tablets no longer offer it.</source>
        <translation>
            <numerusform>%n fiche garde ce nom&#xa0;; les formulaires et les tablettes ne le proposent plus.</numerusform>
            <numerusform>%n fiches gardent ce nom&#xa0;; les formulaires et les tablettes ne le proposent plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>No record carries this name.</source>
        <translation>Aucune fiche ne porte ce nom.</translation>
    </message>
    <message>
        <source>&amp;Take off</source>
        <translation>Re&amp;tirer</translation>
    </message>
    <message>
        <source>&amp;Wards and services</source>
        <translation>Ser&amp;vices</translation>
    </message>
    <message>
        <source>in the order in which forms show them</source>
        <translation>dans l’ordre des formulaires</translation>
    </message>
    <message>
        <source>Name &amp;of a ward</source>
        <translation>N&amp;om d’un service</translation>
    </message>
    <message>
        <source>for a new one, or to rename the chosen one</source>
        <translation>nouveau, ou pour renommer celui choisi</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>&amp;Rename the chosen one…</source>
        <translation>Renommer &amp;celui choisi…</translation>
    </message>
    <message>
        <source>Take o&amp;ff…</source>
        <translation>Re&amp;tirer…</translation>
    </message>
    <message>
        <source>Earlier in the list</source>
        <translation>Plus haut dans la liste</translation>
    </message>
    <message>
        <source>Later in the list</source>
        <translation>Plus bas dans la liste</translation>
    </message>
</context>
<context>
    <name>accueil::WindowPage</name>
    <message>
        <source>&amp;Back to the list</source>
        <translation>Revenir à la &amp;liste</translation>
    </message>
</context>
<context>
    <name>accueil::WordsField</name>
    <message>
        <source>%1 / %2</source>
        <comment>characters used, allowed</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>accueil::errors</name>
    <message>
        <source>Please fill this in.</source>
        <translation>À compléter.</translation>
    </message>
    <message>
        <source>Too short: at least {min} characters.</source>
        <translation>Trop court&#xa0;: au moins {min} caractères.</translation>
    </message>
    <message>
        <source>Too long: at most {max} characters.</source>
        <translation>Trop long&#xa0;: au plus {max} caractères.</translation>
    </message>
    <message>
        <source>A sign in this text cannot be stored. Please type it again.</source>
        <translation>Un signe de ce texte ne peut pas être gardé. Retapez-le.</translation>
    </message>
    <message>
        <source>Between {min} and {max}, please.</source>
        <translation>Entre {min} et {max}.</translation>
    </message>
    <message>
        <source>Please choose one of the values offered.</source>
        <translation>Choisissez une des valeurs proposées.</translation>
    </message>
    <message>
        <source>This lies in the future.</source>
        <translation>C’est dans l’avenir.</translation>
    </message>
    <message>
        <source>This time has passed: choose a later one.</source>
        <translation>Cette heure est passée&#xa0;: choisissez-en une plus tard.</translation>
    </message>
    <message>
        <source>This date is too far away: please check the year.</source>
        <translation>Cette date est trop lointaine&#xa0;: vérifiez l’année.</translation>
    </message>
    <message>
        <source>This is not a telephone number. Example: 6 70 12 34 56.</source>
        <translation>Ce n’est pas un numéro de téléphone. Exemple&#xa0;: 6 70 12 34 56.</translation>
    </message>
    <message>
        <source>An old 8-digit number. Today it would be {suggestion}.</source>
        <translation>Un ancien numéro à 8 chiffres. Aujourd’hui, ce serait {suggestion}.</translation>
    </message>
    <message>
        <source>This is not an email address.</source>
        <translation>Ce n’est pas une adresse e-mail.</translation>
    </message>
    <message>
        <source>This number of the submission is not valid.</source>
        <translation>Ce numéro d’envoi n’est pas valable.</translation>
    </message>
    <message>
        <source>Letters, digits, dots and dashes only, at most 32.</source>
        <translation>Lettres, chiffres, points et tirets seulement, 32 au plus.</translation>
    </message>
    <message>
        <source>3 to 32 small letters, digits, dots, dashes; no spaces or accents.</source>
        <translation>3 à 32 minuscules, chiffres, points, tirets&#xa0;; ni espace ni accent.</translation>
    </message>
    <message>
        <source>Too easy to guess. Four words that do not belong together are good.</source>
        <translation>Trop facile à deviner. Quatre mots sans rapport entre eux font l’affaire.</translation>
    </message>
    <message>
        <source>This is not the present password.</source>
        <translation>Ce n’est pas le mot de passe actuel.</translation>
    </message>
    <message>
        <source>An address that begins with http:// or https://, please.</source>
        <translation>Une adresse qui commence par http:// ou https://.</translation>
    </message>
    <message>
        <source>This time zone is not known. Example: Africa/Douala.</source>
        <translation>Ce fuseau n’est pas connu. Exemple&#xa0;: Africa/Douala.</translation>
    </message>
    <message>
        <source>This is not the recovery key of this store: please check each group.</source>
        <translation>Ce n’est pas la clé de secours de ces données&#xa0;: vérifiez chaque groupe.</translation>
    </message>
    <message>
        <source>Other accounts of this computer may read the key file. Close it to them (chmod 600), then try again.</source>
        <translation>D’autres comptes de cet ordinateur peuvent lire le fichier de clé. Fermez-le-leur (chmod 600), puis réessayez.</translation>
    </message>
    <message>
        <source>The key file is damaged. Use the recovery key.</source>
        <translation>Le fichier de clé est abîmé. Prenez la clé de secours.</translation>
    </message>
    <message>
        <source>Already in use: choose another.</source>
        <translation>Déjà pris&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>No patient has this number.</source>
        <translation>Aucun patient n’a ce numéro.</translation>
    </message>
    <message>
        <source>The record has none: please enter one here.</source>
        <translation>La fiche n’en a pas&#xa0;: indiquez-le ici.</translation>
    </message>
    <message>
        <source>This value has the wrong form.</source>
        <translation>Cette valeur n’a pas la bonne forme.</translation>
    </message>
    <message>
        <source>This is not a date or a time.</source>
        <translation>Ce n’est ni une date ni une heure.</translation>
    </message>
    <message>
        <source>This field is not known.</source>
        <translation>Ce champ n’est pas connu.</translation>
    </message>
    <message>
        <source>The recording arrived damaged.</source>
        <translation>L’enregistrement est arrivé abîmé.</translation>
    </message>
    <message>
        <source>This kind of recording is not accepted.</source>
        <translation>Ce genre d’enregistrement n’est pas accepté.</translation>
    </message>
    <message>
        <source>Too large: at most {max} bytes.</source>
        <translation>Trop gros&#xa0;: au plus {max} octets.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Ce fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Ce fichier est vide.</translation>
    </message>
    <message>
        <source>The letters of this file cannot be read. Save it as UTF-8.</source>
        <translation>Les lettres de ce fichier ne peuvent pas être lues. Enregistrez-le en UTF-8.</translation>
    </message>
    <message>
        <source>This channel is not set up yet.</source>
        <translation>Ce canal n’est pas encore réglé.</translation>
    </message>
    <message>
        <source>The patient does not want such messages.</source>
        <translation>Le patient ne veut pas de ces messages.</translation>
    </message>
    <message>
        <source>Sending was interrupted: nobody knows whether it left.</source>
        <translation>L’envoi a été interrompu&#xa0;: personne ne sait s’il est parti.</translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation>Le fournisseur n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>The certificate of the provider is not valid.</source>
        <translation>Le certificat du fournisseur n’est pas valable.</translation>
    </message>
    <message>
        <source>The answer of the provider cannot be read.</source>
        <translation>La réponse du fournisseur est illisible.</translation>
    </message>
    <message>
        <source>The provider is busy; it will be tried again.</source>
        <translation>Le fournisseur est occupé&#xa0;; nouvel essai plus tard.</translation>
    </message>
    <message>
        <source>The provider has a fault of its own.</source>
        <translation>Le fournisseur est en panne.</translation>
    </message>
    <message>
        <source>The provider refused the message.</source>
        <translation>Le fournisseur a refusé le message.</translation>
    </message>
    <message>
        <source>The provider asks to try again later.</source>
        <translation>Le fournisseur demande de réessayer plus tard.</translation>
    </message>
    <message>
        <source>The provider refused our account or password.</source>
        <translation>Le fournisseur a refusé notre compte ou notre mot de passe.</translation>
    </message>
    <message>
        <source>The provider does not know this address.</source>
        <translation>Le fournisseur ne connaît pas cette adresse.</translation>
    </message>
    <message>
        <source>The provider cannot be reached.</source>
        <translation>Le fournisseur est injoignable.</translation>
    </message>
    <message>
        <source>This value is not accepted.</source>
        <translation>Cette valeur n’est pas acceptée.</translation>
    </message>
    <message>
        <source>Some values need another look.</source>
        <translation>Des valeurs sont à revoir.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Ce n’est plus là.</translation>
    </message>
    <message>
        <source>This is not possible in its present state.</source>
        <translation>Ce n’est pas possible dans son état actuel.</translation>
    </message>
    <message>
        <source>Someone else changed it meanwhile. Open it again to see how it is now.</source>
        <translation>Quelqu’un d’autre l’a changé entre-temps. Rouvrez-le pour voir où il en est.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>Le nom ou le mot de passe est faux.</translation>
    </message>
    <message>
        <source>Your account may not do this.</source>
        <translation>Votre compte ne peut pas faire cela.</translation>
    </message>
    <message>
        <source>This is too large.</source>
        <translation>C’est trop gros.</translation>
    </message>
    <message>
        <source>This kind of file is not accepted.</source>
        <translation>Ce genre de fichier n’est pas accepté.</translation>
    </message>
    <message>
        <source>The database does not answer. Nothing is lost.</source>
        <translation>La base ne répond pas. Rien n’est perdu.</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Please wait %n second(s).</source>
        <translation>
            <numerusform>Trop d’essais. Attendez %n seconde.</numerusform>
            <numerusform>Trop d’essais. Attendez %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider offers no encrypted connection.</source>
        <translation>L’opérateur n’offre pas de liaison chiffrée.</translation>
    </message>
    <message>
        <source>The number is not valid: nothing more is sent to it.</source>
        <translation>Numéro invalide&#xa0;: plus aucun envoi vers ce numéro.</translation>
    </message>
    <message>
        <source>The person asked for no more messages.</source>
        <translation>La personne ne veut plus de messages.</translation>
    </message>
    <message>
        <source>The provider cannot send to this number.</source>
        <translation>L’opérateur ne peut pas envoyer à ce numéro.</translation>
    </message>
    <message>
        <source>The provider refused the wording of the message.</source>
        <translation>L’opérateur a refusé le texte du message.</translation>
    </message>
    <message>
        <source>The patient’s record was archived.</source>
        <translation>La fiche du patient a été archivée.</translation>
    </message>
    <message>
        <source>The appointment was over before it could leave.</source>
        <translation>Le rendez-vous était passé avant l’envoi.</translation>
    </message>
    <message>
        <source>The connection broke off: nobody knows whether it left.</source>
        <translation>Liaison coupée&#xa0;: personne ne sait s’il est parti.</translation>
    </message>
    <message>
        <source>A person said that it left.</source>
        <translation>Une personne a dit qu’il était parti.</translation>
    </message>
    <message>
        <source>This is after the appointment: choose an earlier time.</source>
        <translation>C’est après le rendez-vous&#xa0;: choisissez plus tôt.</translation>
    </message>
    <message>
        <source>The record of this patient is archived.</source>
        <translation>La fiche de ce patient est archivée.</translation>
    </message>
    <message>
        <source>This is not a date.</source>
        <translation>Ce n’est pas une date.</translation>
    </message>
    <message>
        <source>Another record has this number already, with other values.</source>
        <translation>Une autre fiche a déjà ce numéro, avec d’autres valeurs.</translation>
    </message>
    <message>
        <source>There are patients already.</source>
        <translation>Il y a déjà des patients.</translation>
    </message>
    <message>
        <source>The repetition ends before it begins.</source>
        <translation>La répétition finit avant de commencer.</translation>
    </message>
    <message>
        <source>This is the last administrator: somebody must be able to open the program.</source>
        <translation>C’est le dernier administrateur&#xa0;: quelqu’un doit pouvoir ouvrir le programme.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation>Un guillemet est ouvert et jamais fermé.</translation>
    </message>
    <message>
        <source>This line has more columns than the first one.</source>
        <translation>Cette ligne a plus de colonnes que la première.</translation>
    </message>
    <message>
        <source>A whole number, please.</source>
        <translation>Un nombre entier.</translation>
    </message>
    <message>
        <source>This was saved already, with other content. Close this window and look for it in the list.</source>
        <translation>Ceci est déjà enregistré, avec un autre contenu. Fermez cette fenêtre et cherchez-le dans la liste.</translation>
    </message>
    <message>
        <source>Up to 64 small letters, digits and dashes that begin with a letter; no spaces or accents.</source>
        <translation>Au plus 64 minuscules, chiffres et tirets, une lettre d’abord&#xa0;; ni espace ni accent.</translation>
    </message>
    <message>
        <source>{placeholder} is not known. Use the buttons below to insert what differs from patient to patient.</source>
        <translation>{placeholder} est inconnu. Insérez ce qui change d’un patient à l’autre avec les boutons ci-dessous.</translation>
    </message>
    <message>
        <source>There are no such words yet, or they are switched off.</source>
        <translation>Ce texte n’existe pas encore, ou il est désactivé.</translation>
    </message>
    <message>
        <source>Three capital letters, as in XAF, EUR or USD.</source>
        <translation>Trois lettres majuscules, comme XAF, EUR ou USD.</translation>
    </message>
    <message>
        <source>The template says {placeholder}: please give it.</source>
        <translation>Le modèle contient {placeholder}&#xa0;: indiquez-le.</translation>
    </message>
    <message>
        <source>An account SID is AC and the letters and digits that follow it in the Twilio console.</source>
        <translation>Un SID de compte, c’est AC suivi des lettres et chiffres que montre la console de Twilio.</translation>
    </message>
    <message>
        <source>The name or address of a computer, please, without http:// or spaces.</source>
        <translation>Le nom ou l’adresse d’un ordinateur, sans http:// ni espace.</translation>
    </message>
    <message>
        <source>Say at least for one column what it holds.</source>
        <translation>Dites au moins pour une colonne ce qu’elle contient.</translation>
    </message>
    <message>
        <source>Each channel only once, please.</source>
        <translation>Chaque canal une seule fois, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Weekdays go with days and weeks, not with hours and months.</source>
        <translation>Les jours de la semaine vont avec des jours et des semaines, pas avec des heures ou des mois.</translation>
    </message>
    <message>
        <source>The patient said stop. Record the new consent in the patient&apos;s file.</source>
        <translation>Le patient a dit stop. Notez son nouvel accord dans sa fiche.</translation>
    </message>
    <message>
        <source>The telephone was switched off or had no network.</source>
        <translation>Le téléphone était éteint ou sans réseau.</translation>
    </message>
    <message>
        <source>The number takes no such messages.</source>
        <translation>Le numéro n’accepte pas ces messages.</translation>
    </message>
    <message>
        <source>The number cannot get an SMS; a call may reach it.</source>
        <translation>Ce numéro ne reçoit pas de SMS ; un appel peut aboutir.</translation>
    </message>
    <message>
        <source>The network held the message for advertising.</source>
        <translation>Le réseau a pris le message pour de la publicité.</translation>
    </message>
    <message>
        <source>The line was busy.</source>
        <translation>La ligne était occupée.</translation>
    </message>
    <message>
        <source>Nobody answered the call.</source>
        <translation>Personne n’a répondu à l’appel.</translation>
    </message>
    <message>
        <source>The call could not be put through.</source>
        <translation>L’appel n’a pas pu aboutir.</translation>
    </message>
    <message>
        <source>It was called back before it left the provider.</source>
        <translation>Il a été rappelé avant de quitter le prestataire.</translation>
    </message>
    <message>
        <source>No reminder plan has this name.</source>
        <translation>Aucun plan de rappel ne porte ce nom.</translation>
    </message>
    <message>
        <source>The way in its place must be another one than the first.</source>
        <translation>La voie de remplacement doit être une autre que la première.</translation>
    </message>
    <message>
        <source>Too many: at most {max}.</source>
        <translation>Trop : {max} au plus.</translation>
    </message>
    <message>
        <source>This cannot be changed any more.</source>
        <translation>Cela ne peut plus être changé.</translation>
    </message>
    <message>
        <source>Not before the appointment.</source>
        <translation>Pas avant le rendez-vous.</translation>
    </message>
    <message>
        <source>The reminder of another appointment of that day speaks of this one too.</source>
        <translation>Le rappel d’un autre rendez-vous de ce jour parle aussi de celui-ci.</translation>
    </message>
    <message>
        <source>The patient has said that he comes.</source>
        <translation>Le patient a dit qu’il vient.</translation>
    </message>
    <message>
        <source>The appointment was cancelled.</source>
        <translation>Le rendez-vous a été annulé.</translation>
    </message>
    <message>
        <source>The appointment is over.</source>
        <translation>Le rendez-vous est passé.</translation>
    </message>
    <message>
        <source>The plan of the appointment was changed.</source>
        <translation>Le plan du rendez-vous a été changé.</translation>
    </message>
    <message>
        <source>A number with its country code, as in +237670123456, or a name of up to 11 letters and digits.</source>
        <translation>Un numéro avec son indicatif, comme +237670123456, ou un nom de 11 lettres et chiffres au plus.</translation>
    </message>
    <message>
        <source>A Messaging Service is MG and the 32 digits that follow it in the Twilio console.</source>
        <translation>Un Messaging Service est MG suivi des 32 chiffres indiqués dans la console Twilio.</translation>
    </message>
    <message>
        <source>These words ask for a reply, but the hospital’s SMS sender receives none: say whom to call instead, or leave the words switched off.</source>
        <translation>Ce texte demande une réponse, mais l’expéditeur SMS de l’hôpital n’en reçoit pas : dites plutôt qui appeler, ou laissez ce texte désactivé.</translation>
    </message>
    <message>
        <source>The network does not know this number.</source>
        <translation>Le réseau ne connaît pas ce numéro.</translation>
    </message>
    <message>
        <source>A machine answered the call: it heard whom to ring back, nothing more.</source>
        <translation>Un répondeur a pris l’appel : il a entendu qui rappeler, rien de plus.</translation>
    </message>
    <message>
        <source>The provider does not let the hospital’s account or sender send this.</source>
        <translation>Le prestataire ne laisse pas le compte ou l’expéditeur de l’hôpital envoyer cela.</translation>
    </message>
    <message>
        <source>The appointment was moved.</source>
        <translation>Le rendez-vous a été déplacé.</translation>
    </message>
    <message>
        <source>Quiet hours: it leaves when they end.</source>
        <translation>Heures de silence&#xa0;: il part dès qu’elles finissent.</translation>
    </message>
    <message>
        <source>Nothing is sent on a holiday: it leaves the day after.</source>
        <translation>Rien ne part un jour férié&#xa0;: il part le lendemain.</translation>
    </message>
    <message>
        <source>The patient has had all messages of the day: it leaves tomorrow.</source>
        <translation>Le patient a reçu tous les messages permis ce jour&#xa0;: il part demain.</translation>
    </message>
    <message>
        <source>The SMS budget of the month is spent: it leaves next month.</source>
        <translation>Le budget SMS du mois est dépensé&#xa0;: il part le mois prochain.</translation>
    </message>
    <message>
        <source>The provider never got it: it is sent once more.</source>
        <translation>L’opérateur ne l’a jamais reçu&#xa0;: il est envoyé de nouveau.</translation>
    </message>
    <message>
        <source>The connection broke off, but the provider had it already.</source>
        <translation>La connexion s’est coupée, mais l’opérateur l’avait déjà.</translation>
    </message>
    <message>
        <source>This number or address was refused before: please correct it.</source>
        <translation>Ce numéro ou cette adresse a déjà été refusé&#xa0;: corrigez-le.</translation>
    </message>
    <message>
        <source>The record has no number or address for this channel.</source>
        <translation>La fiche n’a ni numéro ni adresse pour ce canal.</translation>
    </message>
    <message>
        <source>It could not leave while it was still of use.</source>
        <translation>Il n’a pas pu partir tant qu’il était utile.</translation>
    </message>
    <message>
        <source>It should have left while the program was off or nothing could be sent.</source>
        <translation>Il aurait dû partir quand le logiciel était arrêté ou que rien ne pouvait être envoyé.</translation>
    </message>
    <message>
        <source>Beginning and end are the same: choose another, or switch it off.</source>
        <translation>Le début et la fin sont les mêmes&#xa0;: changez-en un, ou désactivez.</translation>
    </message>
    <message>
        <source>One to ten waits, each at most a day, as in 1 min, 5 min, 1 h.</source>
        <translation>De une à dix attentes, d’un jour au plus chacune, comme 1 min, 5 min, 1 h.</translation>
    </message>
    <message>
        <source>The provider has a similar message: please check.</source>
        <translation>L’opérateur a un message semblable&#xa0;: à vérifier.</translation>
    </message>
    <message>
        <source>“{word}” gives the patient’s health away, and others read an SMS. Write “your appointment” or “your treatment” without saying for what, or send an email.</source>
        <translation>«&#xa0;{word}&#xa0;» révèle la santé du patient, et d’autres lisent un SMS. Écrivez «&#xa0;votre rendez-vous&#xa0;» ou «&#xa0;votre traitement&#xa0;» sans dire pour quoi, ou envoyez un courriel.</translation>
    </message>
    <message>
        <source>Another call to the patient is not over: this one follows.</source>
        <translation>Un autre appel au patient n’est pas terminé&#xa0;: celui-ci suit.</translation>
    </message>
    <message>
        <source>Another message of the plan leaves at the same time by the same channel.</source>
        <translation>Un autre message du plan part au même moment par la même voie.</translation>
    </message>
    <message>
        <source>4 to 8 digits, please, and nothing else.</source>
        <translation>4 à 8 chiffres, et rien d’autre.</translation>
    </message>
    <message>
        <source>Too easy to guess: not 0000, not 1234.</source>
        <translation>Trop facile à deviner&#xa0;: ni 0000, ni 1234.</translation>
    </message>
    <message>
        <source>You recorded this yourself: please let somebody else listen.</source>
        <translation>C’est votre propre enregistrement&#xa0;: faites-le écouter par quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>The checksum of the recording is not valid.</source>
        <translation>La somme de contrôle de l’enregistrement n’est pas valide.</translation>
    </message>
    <message>
        <source>The recording goes on at another place: {received} bytes are there.</source>
        <translation>La suite de l’enregistrement commence ailleurs&#xa0;: {received} octets sont déjà là.</translation>
    </message>
    <message>
        <source>The recording is not the one that was announced.</source>
        <translation>L’enregistrement n’est pas celui qui a été annoncé.</translation>
    </message>
    <message>
        <source>This was saved before, and deleted since.</source>
        <translation>Ceci a déjà été enregistré, puis supprimé.</translation>
    </message>
    <message>
        <source>This is not a file that a tablet wrote.</source>
        <translation>Ce n’est pas un fichier écrit par une tablette.</translation>
    </message>
    <message>
        <source>A later version of Accueil wrote this file. Bring it in there.</source>
        <translation>Une version plus récente d’Accueil a écrit ce fichier. Importez-le là-bas.</translation>
    </message>
    <message>
        <source>Only once the case is resolved.</source>
        <translation>Seulement quand le suivi est résolu.</translation>
    </message>
    <message>
        <source>This tells who the patient is: no names, no numbers, please.</source>
        <translation>Cela dit qui est le patient : ni noms ni numéros, s’il vous plaît.</translation>
    </message>
    <message>
        <source>This patient did not ask to be called, or gave no number.</source>
        <translation>Ce patient n’a pas demandé à être appelé, ou n’a pas laissé de numéro.</translation>
    </message>
</context>
<context>
    <name>accueil::pages</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patients</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Retours</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Rappels</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>Tablettes</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Tableau de bord</translation>
    </message>
</context>
<context>
    <name>accueil::roles</name>
    <message>
        <source>Administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>Tablette</translation>
    </message>
    <message>
        <source>Everything, with accounts and settings</source>
        <translation>Tout, avec les comptes et les paramètres</translation>
    </message>
    <message>
        <source>Records, reminders and the figures of the hospital</source>
        <translation>Fiches, rappels et chiffres de l’hôpital</translation>
    </message>
    <message>
        <source>Patients, feedback and reminders at the desk</source>
        <translation>Patients, retours et rappels au guichet</translation>
    </message>
    <message>
        <source>Reads, changes nothing</source>
        <translation>Lit, ne change rien</translation>
    </message>
    <message>
        <source>Sends feedback, reads nothing</source>
        <translation>Envoie des retours, ne lit rien</translation>
    </message>
</context>
<context>
    <name>accueil::saveFile</name>
    <message>
        <source>The file could not be written</source>
        <translation>Le fichier n’a pas pu être écrit</translation>
    </message>
    <message>
        <source>Choose another folder, or see whether the disk is full.</source>
        <translation>Choisissez un autre dossier, ou voyez si le disque est plein.</translation>
    </message>
</context>
</TS>
