<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>accueil::AboutPage</name>
    <message>
        <source>About Accueil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front desk of a hospital: patients are found in seconds, heard in their language, and reminded in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyring of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built with Qt (LGPL), OpenSSL, libcurl, libphonenumber, QtKeychain, Swagger UI (Apache 2.0), the icons of Lucide (ISC), and the Noto fonts (OFL).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::AccountSection</name>
    <message>
        <source>The two passwords are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the other accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small letters, as in c.mbeng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::AppearancePanel</name>
    <message>
        <source>&amp;Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French stands in where a text is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ight or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::DialogFrame</name>
    <message>
        <source>Close without saving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed here will be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::EmailPanel</name>
    <message>
        <source>Mail &amp;server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acc&amp;ount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address that patients see; empty: the account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::FaceRow</name>
    <message>
        <source>Very bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::FilterChip</name>
    <message>
        <source>Show &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::FirstRunPage</name>
    <message>
        <source>Name and languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where they stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To print now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remaining: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page, about three minutes. Everything can be changed later, except the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Accue&amp;il</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::HelpDialog</name>
    <message>
        <source>The keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a patient, a page, an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: patient, feedback, reminder …, on its page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a form or the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces and stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::HospitalPanel</name>
    <message>
        <source>&amp;Name of the hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Short name, SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages of the patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of patients: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::HospitalSection</name>
    <message>
        <source>The hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown on the screens and in the messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Short name, SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages of the patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of patients: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::KeyPanel</name>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::KeyPaper</name>
    <message>
        <source>Recovery key of Accueil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the disk of the desk breaks, this key opens the data again. Without it nobody can read them, not even the makers of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this sheet in a closed envelope, away from the desk. Whoever has it and the database can read everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on %1. The key holds no O, 0, I or 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::KeySection</name>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group %1 has four signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group %1 is not the same: check sign %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accueil-recovery-key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written. Please choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it a broken disk makes the data unreadable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save on a &amp;USB stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is printed or saved, and &amp;lies in an envelope away from this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy groups %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group %1 of the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::LoginPage</name>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::MainWindow</name>
    <message>
        <source>The database does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data on this desk, encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data on the server, encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>To send: %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, to decide: %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tablets cannot reach this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::NumberRow</name>
    <message>
        <source>%1 of 10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::OpeningPage</name>
    <message>
        <source>Opening Accueil</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::PlaceSection</name>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please check address, name and password, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answers; the data will lie there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed by DATABASE_URL where this program was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be changed later without losing anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this &amp;desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One desk. %1 An encrypted file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ostgreSQL server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several desks, the same data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Po&amp;rt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data&amp;base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server &amp;account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::QuestionDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::RecoveryPage</name>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of this desk does not fit these data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk has no key for these data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are in %1 and are encrypted. The recovery key from the envelope opens them once; after that this desk has its own key. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eight groups of four signs; spaces and dashes do not matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::SearchBox</name>
    <message>
        <source>The registry does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name, a number or a telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a patient, a page, an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::SettingsPage</name>
    <message>
        <source>The settings cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: some values need another look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;MS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emai&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;blets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App&amp;earance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::SettingsPanel</name>
    <message>
        <source>Fixed where the program was started (%1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::Sidebar</name>
    <message>
        <source>Administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::SmsPanel</name>
    <message>
        <source>Twilio &amp;account (SID)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twilio t&amp;oken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the s&amp;ender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with its country code, as in +237 6 70 12 34 56</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Web address of the provider</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::StarRow</name>
    <message numerus="yes">
        <source>%n star(s) of 5</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>keys 1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::StateView</name>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::StepList</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen, remind, answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No internet is needed to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names, telephones and voices are encrypted before they are written to the disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::StrengthMeter</name>
    <message>
        <source>At least 10 characters. Four words that do not belong together are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Strong: %n words</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good enough; longer is better</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::TabletsPanel</name>
    <message>
        <source>Tablets and other desks may &amp;reach this desk over the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise this desk listens only to programs on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not listen: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::TestRow</name>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test from Accueil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a test from Accueil. It works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider took the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please look whether it arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: this channel is not set up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill in the fields above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows whether it left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test was not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test to this &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test to this &amp;number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a &amp;test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::TextLine</name>
    <message>
        <source>Hide the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::TimeWords</name>
    <message>
        <source>d MMMM</source>
        <extracomment>pattern of a day in this year, as in &quot;10 March&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>pattern of a day in another year, as in &quot;10 March 2025&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <extracomment>pattern of an exact day, as in &quot;Thursday 12 March 2026&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>pattern of a day on a chip, as in &quot;16 Mar&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <extracomment>pattern of a day with its name, as in &quot;Mon 16 March&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::TopBar</name>
    <message>
        <source>Dark window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help: all keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::UserDialog</name>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the account %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small letters, as in c.mbeng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::UserModel</name>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::UsersPage</name>
    <message>
        <source>The accounts cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enable again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable the account %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can no longer sign in, at once and everywhere. What it wrote stays. It can be enabled again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last administrator: somebody must be able to open the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::errors</name>
    <message>
        <source>Please fill this in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too short: at least {min} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long: at most {max} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sign in this text cannot be stored. Please type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between {min} and {max}, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose one of the values offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lies in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time has passed: choose a later one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This date is too far away: please check the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a telephone number. Example: 6 70 12 34 56.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An old 8-digit number. Today it would be {suggestion}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an email address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number of the submission is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits, dots and dashes only, at most 32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 to 32 small letters, digits, dots, dashes; no spaces or accents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too easy to guess. Four words that do not belong together are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the present password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address that begins with http:// or https://, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time zone is not known. Example: Africa/Douala.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the recovery key of this store: please check each group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other accounts of this computer may read the key file. Close it to them (chmod 600), then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file is damaged. Use the recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already in use: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient has this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record has none: please enter one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value has the wrong form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a date or a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording arrived damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of recording is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large: at most {max} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letters of this file cannot be read. Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This channel is not set up yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the voice channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient does not want such messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending was interrupted: nobody knows whether it left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the provider is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of the provider cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is busy; it will be tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has a fault of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asks to try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused our account or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not know this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some values need another look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not possible in its present state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else changed it meanwhile. Open it again to see how it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of file is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database does not answer. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::pages</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accueil::roles</name>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything, with accounts and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records, reminders and the figures of the hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients, feedback and reminders at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads, changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends feedback, reads nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
