<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>accueil::AppointmentWords</name>
    <message numerus="yes">
        <source>%n h before</source>
        <translation>
            <numerusform>%n h before</numerusform>
            <numerusform>%n h before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::AppointmentsPage</name>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::Arrivals</name>
    <message numerus="yes">
        <source>%n new feedback</source>
        <translation>
            <numerusform>%n new feedback</numerusform>
            <numerusform>%n new feedbacks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other ward(s)</source>
        <translation>
            <numerusform>%1 and %n other ward</numerusform>
            <numerusform>%1 and %n other wards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::AttemptList</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::BulkDialog</name>
    <message numerus="yes">
        <source>%n patient(s) get it.</source>
        <translation>
            <numerusform>%n patient gets it.</numerusform>
            <numerusform>%n patients get it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n SMS segment(s)</source>
        <translation>
            <numerusform>%n SMS segment</numerusform>
            <numerusform>%n SMS segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not: %1</source>
        <translation>
            <numerusform>%n not: %1</numerusform>
            <numerusform>%n not: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Schedule %n reminder(s)?</source>
        <translation>
            <numerusform>Schedule %n reminder?</numerusform>
            <numerusform>Schedule %n reminders?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::CalendarModel</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
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
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n email(s)</source>
        <translation>
            <numerusform>%n email</numerusform>
            <numerusform>%n emails</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::ChartStories</name>
    <message numerus="yes">
        <source>Not enough feedback for a course: two weeks with %n answer(s) or more are needed</source>
        <translation>
            <numerusform>Not enough feedback for a course: two weeks with %n answer or more are needed</numerusform>
            <numerusform>Not enough feedback for a course: two weeks with %n answers or more are needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Satisfaction is back in its usual range, after %n unusual week(s)</source>
        <translation>
            <numerusform>Satisfaction is back in its usual range, after %n unusual week</numerusform>
            <numerusform>Satisfaction is back in its usual range, after %n unusual weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wards are clearly below the others</source>
        <translation>
            <numerusform>%n ward is clearly below the others</numerusform>
            <numerusform>%n wards are clearly below the others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wards are clearly above the others</source>
        <translation>
            <numerusform>%n ward is clearly above the others</numerusform>
            <numerusform>%n wards are clearly above the others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without success</source>
        <translation>
            <numerusform>%n without success</numerusform>
            <numerusform>%n without success</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best and the last ones; %n more are not drawn</source>
        <translation>
            <numerusform>The best and the last ones; %n more is not drawn</numerusform>
            <numerusform>The best and the last ones; %n more are not drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing has %n answer(s) yet</source>
        <translation>
            <numerusform>Nothing has %n answer yet</numerusform>
            <numerusform>Nothing has %n answers yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not enough for a course: two weeks with %n or more are needed</source>
        <translation>
            <numerusform>Not enough for a course: two weeks with %n or more are needed</numerusform>
            <numerusform>Not enough for a course: two weeks with %n or more are needed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::DashboardPage</name>
    <message numerus="yes">
        <source>%n feedback</source>
        <translation>
            <numerusform>%n feedback</numerusform>
            <numerusform>%n feedback</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::DayList</name>
    <message numerus="yes">
        <source>Only the first %n of this day are shown.</source>
        <translation>
            <numerusform>Only the first of this day is shown.</numerusform>
            <numerusform>Only the first %n of this day are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::DisputeDialog</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s), marked with a sign and in bold. %1</source>
        <translation>
            <numerusform>%n difference, marked with a sign and in bold. %1</numerusform>
            <numerusform>%n differences, marked with a sign and in bold. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::FeedbackPage</name>
    <message numerus="yes">
        <source>%n feedback</source>
        <translation>
            <numerusform>%n feedback</numerusform>
            <numerusform>%n feedback</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feedback in this list</source>
        <translation>
            <numerusform>%n feedback in this list</numerusform>
            <numerusform>%n feedback in this list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) to compare</source>
        <translation>
            <numerusform>%n submission to compare</numerusform>
            <numerusform>%n submissions to compare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::ImportDialog</name>
    <message numerus="yes">
        <source>%n column(s) will be taken in</source>
        <translation>
            <numerusform>%n column will be taken in</numerusform>
            <numerusform>%n columns will be taken in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::LateBanner</name>
    <message numerus="yes">
        <source>%n reminder(s) are late</source>
        <translation>
            <numerusform>%n reminder is late</numerusform>
            <numerusform>%n reminders are late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::MainWindow</name>
    <message numerus="yes">
        <source>To send: %n</source>
        <translation>
            <numerusform>To send: %n</numerusform>
            <numerusform>To send: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, to decide: %n</source>
        <translation>
            <numerusform>%1, to decide: %n</numerusform>
            <numerusform>%1, to decide: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n tablet(s)</source>
        <translation>
            <numerusform>%1, %n tablet</numerusform>
            <numerusform>%1, %n tablets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::NoShowTable</name>
    <message numerus="yes">
        <source>Too few appointments for a rate: %n of 10</source>
        <translation>
            <numerusform>Too few appointments for a rate: %n of 10</numerusform>
            <numerusform>Too few appointments for a rate: %n of 10</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::PatientDialog</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::PatientsPage</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) in this list</source>
        <translation>
            <numerusform>%n patient in this list</numerusform>
            <numerusform>%n patients in this list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) are planned.</source>
        <translation>
            <numerusform>%n reminder is planned.</numerusform>
            <numerusform>%n reminders are planned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::RecordDialog</name>
    <message numerus="yes">
        <source>%n field(s) to mend: %1</source>
        <translation>
            <numerusform>%n field to mend: %1</numerusform>
            <numerusform>%n fields to mend: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::RecordWords</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>every week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>every hour</numerusform>
            <numerusform>every %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::RecorderBar</name>
    <message numerus="yes">
        <source>Longer than %n second(s): please shorten it first.</source>
        <translation>
            <numerusform>Longer than %n second: please shorten it first.</numerusform>
            <numerusform>Longer than %n seconds: please shorten it first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::ReminderDecisions</name>
    <message numerus="yes">
        <source>Send %n late reminder(s)?</source>
        <translation>
            <numerusform>Send %n late reminder?</numerusform>
            <numerusform>Send %n late reminders?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send %n reminder(s)</source>
        <translation>
            <numerusform>&amp;Send %n reminder</numerusform>
            <numerusform>&amp;Send %n reminders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n late reminder(s)?</source>
        <translation>
            <numerusform>Cancel %n late reminder?</numerusform>
            <numerusform>Cancel %n late reminders?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n reminder(s)</source>
        <translation>
            <numerusform>&amp;Cancel %n reminder</numerusform>
            <numerusform>&amp;Cancel %n reminders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::ReminderDialog</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::RemindersPage</name>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n reminder</numerusform>
            <numerusform>%n reminders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) in this list</source>
        <translation>
            <numerusform>%n reminder in this list</numerusform>
            <numerusform>%n reminders in this list</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n character(s)</source>
        <comment>units</comment>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) in plain spelling</source>
        <translation>
            <numerusform>%n segment in plain spelling</numerusform>
            <numerusform>%n segments in plain spelling</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Longer than the %n segment(s) the hospital wants to pay for</source>
        <translation>
            <numerusform>Longer than the one segment the hospital wants to pay for</numerusform>
            <numerusform>Longer than the %n segments the hospital wants to pay for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::StarRow</name>
    <message numerus="yes">
        <source>%n star(s) of 5</source>
        <translation>
            <numerusform>%n star of 5</numerusform>
            <numerusform>%n stars of 5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::StrengthMeter</name>
    <message numerus="yes">
        <source>Strong: %n words</source>
        <translation>
            <numerusform>Strong: %n word</numerusform>
            <numerusform>Strong: %n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::TabletFileDialog</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::TabletsPage</name>
    <message numerus="yes">
        <source>It can send nothing more, at once and for good. %n answer(s) still wait on it: let it send them first if it is at hand.</source>
        <translation>
            <numerusform>It can send nothing more, at once and for good. %n answer still waits on it: let it send that first if it is at hand.</numerusform>
            <numerusform>It can send nothing more, at once and for good. %n answers still wait on it: let it send them first if it is at hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tablet(s)</source>
        <translation>
            <numerusform>%n tablet</numerusform>
            <numerusform>%n tablets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n answer(s) waiting</source>
        <translation>
            <numerusform>%1, %n answer waiting</numerusform>
            <numerusform>%1, %n answers waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::TemplatesPage</name>
    <message numerus="yes">
        <source>%n to be written</source>
        <translation>
            <numerusform>%n to be written</numerusform>
            <numerusform>%n to be written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::UsersPage</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::WardsEditor</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It becomes “%1” in %n record(s), for all desks and tablets.</source>
        <translation>
            <numerusform>It becomes “%1” in %n record, for all desks and tablets.</numerusform>
            <numerusform>It becomes “%1” in %n records, for all desks and tablets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” in %n record(s).</source>
        <translation>
            <numerusform>“%1” in %n record.</numerusform>
            <numerusform>“%1” in %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) keep the name; forms and tablets no longer offer it.</source>
        <translation>
            <numerusform>%n record keeps the name; forms and tablets no longer offer it.</numerusform>
            <numerusform>%n records keep the name; forms and tablets no longer offer it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>accueil::errors</name>
    <message numerus="yes">
        <source>Too many tries. Please wait %n second(s).</source>
        <translation>
            <numerusform>Too many tries. Please wait %n second.</numerusform>
            <numerusform>Too many tries. Please wait %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
