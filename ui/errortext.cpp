#include "ui/errortext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// A key that travels and its sentence; {name} stands for the parameter of that name.
struct Sentence
{
    QStringView key;
    const char *words;
};

constexpr std::array fieldSentences{
    Sentence{u"required", QT_TRANSLATE_NOOP("accueil::errors", "Please fill this in.")},
    Sentence{u"tooShort", QT_TRANSLATE_NOOP("accueil::errors", "Too short: at least {min} characters.")},
    Sentence{u"tooLong", QT_TRANSLATE_NOOP("accueil::errors", "Too long: at most {max} characters.")},
    Sentence{u"badCharacter",
        QT_TRANSLATE_NOOP("accueil::errors", "A sign in this text cannot be stored. Please type it again.")},
    Sentence{u"outOfRange", QT_TRANSLATE_NOOP("accueil::errors", "Between {min} and {max}, please.")},
    Sentence{u"unknownValue", QT_TRANSLATE_NOOP("accueil::errors", "Please choose one of the values offered.")},
    Sentence{u"inFuture", QT_TRANSLATE_NOOP("accueil::errors", "This lies in the future.")},
    Sentence{u"mustBeFuture", QT_TRANSLATE_NOOP("accueil::errors", "This time has passed: choose a later one.")},
    Sentence{u"implausible", QT_TRANSLATE_NOOP("accueil::errors", "This date is too far away: please check the year.")},
    Sentence{u"notAPhoneNumber",
        QT_TRANSLATE_NOOP("accueil::errors", "This is not a telephone number. Example: 6 70 12 34 56.")},
    Sentence{
        u"oldNumber", QT_TRANSLATE_NOOP("accueil::errors", "An old 8-digit number. Today it would be {suggestion}.")},
    Sentence{u"notAnEmail", QT_TRANSLATE_NOOP("accueil::errors", "This is not an email address.")},
    Sentence{u"badUuid", QT_TRANSLATE_NOOP("accueil::errors", "This number of the submission is not valid.")},
    Sentence{u"badPatientNumber",
        QT_TRANSLATE_NOOP("accueil::errors", "Letters, digits, dots and dashes only, at most 32.")},
    Sentence{u"badUsername",
        QT_TRANSLATE_NOOP("accueil::errors", "3 to 32 small letters, digits, dots, dashes; no spaces or accents.")},
    Sentence{u"tooCommon",
        QT_TRANSLATE_NOOP("accueil::errors", "Too easy to guess. Four words that do not belong together are good.")},
    Sentence{u"badPin", QT_TRANSLATE_NOOP("accueil::errors", "4 to 8 digits, please, and nothing else.")},
    Sentence{u"easyPin", QT_TRANSLATE_NOOP("accueil::errors", "Too easy to guess: not 0000, not 1234.")},
    Sentence{u"ownRecording",
        QT_TRANSLATE_NOOP("accueil::errors", "You recorded this yourself: please let somebody else listen.")},
    Sentence{u"notResolved", QT_TRANSLATE_NOOP("accueil::errors", "Only once the case is resolved.")},
    Sentence{u"identifiesPatient",
        QT_TRANSLATE_NOOP("accueil::errors", "This tells who the patient is: no names, no numbers, please.")},
    Sentence{u"noCallback",
        QT_TRANSLATE_NOOP("accueil::errors", "This patient did not ask to be called, or gave no number.")},
    Sentence{u"wrongPassword", QT_TRANSLATE_NOOP("accueil::errors", "This is not the present password.")},
    Sentence{u"badTemplateName",
        QT_TRANSLATE_NOOP("accueil::errors",
            "Up to 64 small letters, digits and dashes that begin with a letter; no spaces or accents.")},
    Sentence{u"unknownPlaceholder",
        QT_TRANSLATE_NOOP("accueil::errors",
            "{placeholder} is not known. Use the buttons below to insert what differs from patient to patient.")},
    Sentence{u"missingForTemplate",
        QT_TRANSLATE_NOOP("accueil::errors", "The template says {placeholder}: please give it.")},
    Sentence{u"unknownTemplate",
        QT_TRANSLATE_NOOP("accueil::errors", "There are no such words yet, or they are switched off.")},
    Sentence{u"badCurrency", QT_TRANSLATE_NOOP("accueil::errors", "Three capital letters, as in XAF, EUR or USD.")},
    Sentence{u"badHost",
        QT_TRANSLATE_NOOP("accueil::errors", "The name or address of a computer, please, without http:// or spaces.")},
    Sentence{
        u"badUrl", QT_TRANSLATE_NOOP("accueil::errors", "An address that begins with http:// or https://, please.")},
    Sentence{u"badAccountSid",
        QT_TRANSLATE_NOOP("accueil::errors",
            "An account SID is AC and the letters and digits that follow it in the Twilio console.")},
    Sentence{u"badSender",
        QT_TRANSLATE_NOOP("accueil::errors",
            "A number with its country code, as in +237670123456, or a name of up to 11 letters and digits.")},
    Sentence{u"badServiceSid",
        QT_TRANSLATE_NOOP(
            "accueil::errors", "A Messaging Service is MG and the 32 digits that follow it in the Twilio console.")},
    Sentence{u"asksForReply",
        QT_TRANSLATE_NOOP("accueil::errors",
            "These words ask for a reply, but the hospital’s SMS sender receives none: say whom to call instead, or "
            "leave "
            "the words switched off.")},
    Sentence{u"givesAwayHealth",
        QT_TRANSLATE_NOOP("accueil::errors",
            "“{word}” gives the patient’s health away, and others read an SMS. Write “your appointment” or “your "
            "treatment” without saying for what, or send an email.")},
    Sentence{
        u"badTimeZone", QT_TRANSLATE_NOOP("accueil::errors", "This time zone is not known. Example: Africa/Douala.")},
    Sentence{u"badRecoveryKey",
        QT_TRANSLATE_NOOP("accueil::errors", "This is not the recovery key of this store: please check each group.")},
    Sentence{u"keyFileReadable",
        QT_TRANSLATE_NOOP("accueil::errors",
            "Other accounts of this computer may read the key file. Close it to them (chmod 600), then try again.")},
    Sentence{u"keyFileDamaged", QT_TRANSLATE_NOOP("accueil::errors", "The key file is damaged. Use the recovery key.")},
    Sentence{u"taken", QT_TRANSLATE_NOOP("accueil::errors", "Already in use: choose another.")},
    Sentence{u"afterAppointment",
        QT_TRANSLATE_NOOP("accueil::errors", "This is after the appointment: choose an earlier time.")},
    Sentence{u"sameTimes",
        QT_TRANSLATE_NOOP("accueil::errors", "Beginning and end are the same: choose another, or switch it off.")},
    Sentence{u"badWaits",
        QT_TRANSLATE_NOOP("accueil::errors", "One to ten waits, each at most a day, as in 1 min, 5 min, 1 h.")},
    Sentence{u"channelTwice", QT_TRANSLATE_NOOP("accueil::errors", "Each channel only once, please.")},
    Sentence{u"patientArchived", QT_TRANSLATE_NOOP("accueil::errors", "The record of this patient is archived.")},
    Sentence{u"notADate", QT_TRANSLATE_NOOP("accueil::errors", "This is not a date.")},
    Sentence{u"badHash", QT_TRANSLATE_NOOP("accueil::errors", "The checksum of the recording is not valid.")},
    Sentence{u"wrongOffset",
        QT_TRANSLATE_NOOP("accueil::errors", "The recording goes on at another place: {received} bytes are there.")},
    Sentence{u"hashDiffers", QT_TRANSLATE_NOOP("accueil::errors", "The recording is not the one that was announced.")},
    Sentence{u"repeatDiffers",
        QT_TRANSLATE_NOOP("accueil::errors",
            "This was saved already, with other content. Close this window and look for it in the list.")},
    Sentence{u"wasDeleted", QT_TRANSLATE_NOOP("accueil::errors", "This was saved before, and deleted since.")},
    Sentence{u"differsFromStored",
        QT_TRANSLATE_NOOP("accueil::errors", "Another record has this number already, with other values.")},
    Sentence{u"storeNotEmpty", QT_TRANSLATE_NOOP("accueil::errors", "There are patients already.")},
    Sentence{u"badRecurrence", QT_TRANSLATE_NOOP("accueil::errors", "The repetition ends before it begins.")},
    Sentence{u"unknownPlan", QT_TRANSLATE_NOOP("accueil::errors", "No reminder plan has this name.")},
    Sentence{u"sameStep",
        QT_TRANSLATE_NOOP(
            "accueil::errors", "Another message of the plan leaves at the same time by the same channel.")},
    Sentence{u"badFallback",
        QT_TRANSLATE_NOOP("accueil::errors", "The way in its place must be another one than the first.")},
    Sentence{u"tooMany", QT_TRANSLATE_NOOP("accueil::errors", "Too many: at most {max}.")},
    Sentence{u"cannotChange", QT_TRANSLATE_NOOP("accueil::errors", "This cannot be changed any more.")},
    Sentence{u"notYet", QT_TRANSLATE_NOOP("accueil::errors", "Not before the appointment.")},
    Sentence{u"weekdaysNotAllowed",
        QT_TRANSLATE_NOOP("accueil::errors", "Weekdays go with days and weeks, not with hours and months.")},
    Sentence{u"consentStopped",
        QT_TRANSLATE_NOOP("accueil::errors", "The patient said stop. Record the new consent in the patient's file.")},
    Sentence{u"consentRefused", QT_TRANSLATE_NOOP("accueil::errors", "The patient does not want such messages.")},
    Sentence{u"noKnownColumn", QT_TRANSLATE_NOOP("accueil::errors", "Say at least for one column what it holds.")},
    Sentence{
        u"unterminatedQuote", QT_TRANSLATE_NOOP("accueil::errors", "A quotation mark is opened and never closed.")},
    Sentence{u"tooManyColumns", QT_TRANSLATE_NOOP("accueil::errors", "This line has more columns than the first one.")},
    Sentence{u"notANumber", QT_TRANSLATE_NOOP("accueil::errors", "A whole number, please.")},
    Sentence{u"notWhole", QT_TRANSLATE_NOOP("accueil::errors", "A whole number, please.")},
    Sentence{u"lastAdmin",
        QT_TRANSLATE_NOOP(
            "accueil::errors", "This is the last administrator: somebody must be able to open the program.")},
    Sentence{u"unknownPatient", QT_TRANSLATE_NOOP("accueil::errors", "No patient has this number.")},
    Sentence{u"noRecipient", QT_TRANSLATE_NOOP("accueil::errors", "The record has none: please enter one here.")},
    Sentence{u"wrongType", QT_TRANSLATE_NOOP("accueil::errors", "This value has the wrong form.")},
    Sentence{u"notATime", QT_TRANSLATE_NOOP("accueil::errors", "This is not a date or a time.")},
    Sentence{u"unknownField", QT_TRANSLATE_NOOP("accueil::errors", "This field is not known.")},
    Sentence{u"notBase64", QT_TRANSLATE_NOOP("accueil::errors", "The recording arrived damaged.")},
    Sentence{u"unknownMediaType", QT_TRANSLATE_NOOP("accueil::errors", "This kind of recording is not accepted.")},
    Sentence{u"tooLarge", QT_TRANSLATE_NOOP("accueil::errors", "Too large: at most {max} bytes.")},
    Sentence{u"fileUnreadable", QT_TRANSLATE_NOOP("accueil::errors", "This file cannot be read.")},
    Sentence{u"fileEmpty", QT_TRANSLATE_NOOP("accueil::errors", "This file is empty.")},
    Sentence{u"notATabletFile", QT_TRANSLATE_NOOP("accueil::errors", "This is not a file that a tablet wrote.")},
    Sentence{u"newerFormat",
        QT_TRANSLATE_NOOP("accueil::errors", "A later version of Accueil wrote this file. Bring it in there.")},
    Sentence{u"badEncoding",
        QT_TRANSLATE_NOOP("accueil::errors", "The letters of this file cannot be read. Save it as UTF-8.")},
};

constexpr std::array reasonSentences{
    Sentence{u"notConfigured", QT_TRANSLATE_NOOP("accueil::errors", "This channel is not set up yet.")},
    Sentence{u"consentRefused", QT_TRANSLATE_NOOP("accueil::errors", "The patient does not want such messages.")},
    Sentence{
        u"interrupted", QT_TRANSLATE_NOOP("accueil::errors", "Sending was interrupted: nobody knows whether it left.")},
    Sentence{u"timeout", QT_TRANSLATE_NOOP("accueil::errors", "The provider did not answer in time.")},
    Sentence{
        u"certificateRefused", QT_TRANSLATE_NOOP("accueil::errors", "The certificate of the provider is not valid.")},
    Sentence{u"unreadableAnswer", QT_TRANSLATE_NOOP("accueil::errors", "The answer of the provider cannot be read.")},
    Sentence{u"providerBusy", QT_TRANSLATE_NOOP("accueil::errors", "The provider is busy; it will be tried again.")},
    Sentence{u"providerError", QT_TRANSLATE_NOOP("accueil::errors", "The provider has a fault of its own.")},
    Sentence{u"providerRefused", QT_TRANSLATE_NOOP("accueil::errors", "The provider refused the message.")},
    Sentence{u"providerDeferred", QT_TRANSLATE_NOOP("accueil::errors", "The provider asks to try again later.")},
    Sentence{u"loginRefused", QT_TRANSLATE_NOOP("accueil::errors", "The provider refused our account or password.")},
    Sentence{u"invalidAddress", QT_TRANSLATE_NOOP("accueil::errors", "The provider does not know this address.")},
    Sentence{u"providerUnreachable", QT_TRANSLATE_NOOP("accueil::errors", "The provider cannot be reached.")},
    Sentence{
        u"encryptionUnavailable", QT_TRANSLATE_NOOP("accueil::errors", "The provider offers no encrypted connection.")},
    Sentence{
        u"invalidNumber", QT_TRANSLATE_NOOP("accueil::errors", "The number is not valid: nothing more is sent to it.")},
    Sentence{u"optedOut", QT_TRANSLATE_NOOP("accueil::errors", "The person asked for no more messages.")},
    Sentence{
        u"phoneUnreachable", QT_TRANSLATE_NOOP("accueil::errors", "The telephone was switched off or had no network.")},
    Sentence{u"blockedByCarrier", QT_TRANSLATE_NOOP("accueil::errors", "The number takes no such messages.")},
    Sentence{u"landline", QT_TRANSLATE_NOOP("accueil::errors", "The number cannot get an SMS; a call may reach it.")},
    Sentence{u"filtered", QT_TRANSLATE_NOOP("accueil::errors", "The network held the message for advertising.")},
    Sentence{u"unknownNumber", QT_TRANSLATE_NOOP("accueil::errors", "The network does not know this number.")},
    Sentence{u"answeringMachine",
        QT_TRANSLATE_NOOP("accueil::errors", "A machine answered the call: it heard whom to ring back, nothing more.")},
    Sentence{u"phoneBusy", QT_TRANSLATE_NOOP("accueil::errors", "The line was busy.")},
    Sentence{u"noAnswer", QT_TRANSLATE_NOOP("accueil::errors", "Nobody answered the call.")},
    Sentence{u"callFailed", QT_TRANSLATE_NOOP("accueil::errors", "The call could not be put through.")},
    Sentence{u"cancelledAtProvider",
        QT_TRANSLATE_NOOP("accueil::errors", "It was called back before it left the provider.")},
    Sentence{u"notRoutable", QT_TRANSLATE_NOOP("accueil::errors", "The provider cannot send to this number.")},
    Sentence{u"senderNotAllowed",
        QT_TRANSLATE_NOOP("accueil::errors", "The provider does not let the hospital’s account or sender send this.")},
    Sentence{
        u"messageRefused", QT_TRANSLATE_NOOP("accueil::errors", "The provider refused the wording of the message.")},
    Sentence{u"patientArchived", QT_TRANSLATE_NOOP("accueil::errors", "The patient’s record was archived.")},
    Sentence{
        u"appointmentPassed", QT_TRANSLATE_NOOP("accueil::errors", "The appointment was over before it could leave.")},
    Sentence{u"mergedInto",
        QT_TRANSLATE_NOOP(
            "accueil::errors", "The reminder of another appointment of that day speaks of this one too.")},
    Sentence{u"alreadyConfirmed", QT_TRANSLATE_NOOP("accueil::errors", "The patient has said that he comes.")},
    Sentence{u"appointmentMoved", QT_TRANSLATE_NOOP("accueil::errors", "The appointment was moved.")},
    Sentence{u"appointmentCancelled", QT_TRANSLATE_NOOP("accueil::errors", "The appointment was cancelled.")},
    Sentence{u"appointmentOver", QT_TRANSLATE_NOOP("accueil::errors", "The appointment is over.")},
    Sentence{u"planChanged", QT_TRANSLATE_NOOP("accueil::errors", "The plan of the appointment was changed.")},
    Sentence{u"connectionLost",
        QT_TRANSLATE_NOOP("accueil::errors", "The connection broke off: nobody knows whether it left.")},
    Sentence{u"confirmedByStaff", QT_TRANSLATE_NOOP("accueil::errors", "A person said that it left.")},
    Sentence{u"quietHours", QT_TRANSLATE_NOOP("accueil::errors", "Quiet hours: it leaves when they end.")},
    Sentence{
        u"holiday", QT_TRANSLATE_NOOP("accueil::errors", "Nothing is sent on a holiday: it leaves the day after.")},
    Sentence{u"dailyLimit",
        QT_TRANSLATE_NOOP("accueil::errors", "The patient has had all messages of the day: it leaves tomorrow.")},
    Sentence{u"budgetSpent",
        QT_TRANSLATE_NOOP("accueil::errors", "The SMS budget of the month is spent: it leaves next month.")},
    Sentence{u"anotherCall",
        QT_TRANSLATE_NOOP("accueil::errors", "Another call to the patient is not over: this one follows.")},
    Sentence{u"notFoundAtProvider",
        QT_TRANSLATE_NOOP("accueil::errors", "The provider never got it: it is sent once more.")},
    Sentence{u"similarAtProvider",
        QT_TRANSLATE_NOOP("accueil::errors", "The provider has a similar message: please check.")},
    Sentence{u"foundAtProvider",
        QT_TRANSLATE_NOOP("accueil::errors", "The connection broke off, but the provider had it already.")},
    Sentence{u"numberFlagged",
        QT_TRANSLATE_NOOP("accueil::errors", "This number or address was refused before: please correct it.")},
    Sentence{
        u"noRecipient", QT_TRANSLATE_NOOP("accueil::errors", "The record has no number or address for this channel.")},
    Sentence{u"tooLate", QT_TRANSLATE_NOOP("accueil::errors", "It could not leave while it was still of use.")},
    Sentence{u"lateBacklog",
        QT_TRANSLATE_NOOP(
            "accueil::errors", "It should have left while the program was off or nothing could be sent.")},
};

QString translated(const char *words)
{
    return QCoreApplication::translate("accueil::errors", words);
}

QString waitText(int seconds)
{
    return QCoreApplication::translate("accueil::errors", "Too many tries. Please wait %n second(s).", "", seconds);
}

template <size_t N>
const Sentence *sentenceOf(const std::array<Sentence, N> &sentences, QStringView key)
{
    const auto found
        = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence &s) { return s.key == key; });
    return found == sentences.end() ? nullptr : &*found;
}

template <size_t N>
QStringList keysOf(const std::array<Sentence, N> &sentences)
{
    QStringList keys;
    for (const Sentence &sentence : sentences)
        keys.append(sentence.key.toString());
    return keys;
}

QString parameterText(const QVariant &value)
{
    bool isNumber = false;
    const qlonglong number = value.toLongLong(&isNumber);
    return isNumber && value.typeId() != QMetaType::QString ? QLocale().toString(number) : value.toString();
}

} // namespace

QString fieldErrorText(const FieldError &error)
{
    const Sentence *sentence = sentenceOf(fieldSentences, error.key);
    if (!sentence)
        return translated(QT_TRANSLATE_NOOP("accueil::errors", "This value is not accepted."));
    QString text = translated(sentence->words);
    for (auto it = error.parameters.begin(); it != error.parameters.end(); ++it)
        text.replace(u'{' + it.key() + u'}', parameterText(it.value()));
    return text;
}

QString errorText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Invalid:
        return error.fields.size() == 1
            ? fieldErrorText(error.fields.first())
            : translated(QT_TRANSLATE_NOOP("accueil::errors", "Some values need another look."));
    case ErrorCode::NotFound:
        return translated(QT_TRANSLATE_NOOP("accueil::errors", "It is no longer there."));
    case ErrorCode::Conflict:
        if (error.fields.size() == 1)
            return fieldErrorText(error.fields.first());
        return translated(QT_TRANSLATE_NOOP("accueil::errors", "This is not possible in its present state."));
    case ErrorCode::VersionMismatch:
        return translated(QT_TRANSLATE_NOOP(
            "accueil::errors", "Someone else changed it meanwhile. Open it again to see how it is now."));
    case ErrorCode::Unauthenticated:
        return translated(QT_TRANSLATE_NOOP("accueil::errors", "The name or the password is wrong."));
    case ErrorCode::Forbidden:
        return translated(QT_TRANSLATE_NOOP("accueil::errors", "Your account may not do this."));
    case ErrorCode::TooManyAttempts:
        return waitText(std::max(1, error.retryAfterSeconds));
    case ErrorCode::TooLarge:
        return translated(QT_TRANSLATE_NOOP("accueil::errors", "This is too large."));
    case ErrorCode::UnsupportedMedia:
        return translated(QT_TRANSLATE_NOOP("accueil::errors", "This kind of file is not accepted."));
    case ErrorCode::Unavailable:
        return translated(QT_TRANSLATE_NOOP("accueil::errors", "The database does not answer. Nothing is lost."));
    }
    Q_UNREACHABLE();
}

QString reasonText(const ReasonKey &reason)
{
    if (reason.isEmpty())
        return {};
    const Sentence *sentence = sentenceOf(reasonSentences, reason);
    // A provider's own code is better than silence.
    return sentence ? translated(sentence->words) : reason;
}

QStringList knownFieldErrorKeys()
{
    return keysOf(fieldSentences);
}

QStringList knownReasonKeys()
{
    return keysOf(reasonSentences);
}

} // namespace accueil
