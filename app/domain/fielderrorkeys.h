#pragma once

#include <QStringView>

#include <algorithm>
#include <array>

namespace accueil {

// A key that FieldError may carry: what it means, for the API's documentation, and which parameters come with it. The
// sentences for people are in ui/errortext.
struct FieldErrorKey
{
    QStringView key;
    QStringView meaning;
};

// Every key there is. Both doors check theirs against this list.
inline constexpr std::array fieldErrorKeys{
    // texts
    FieldErrorKey{u"required", u"A value is needed."},
    FieldErrorKey{u"tooShort", u"Shorter than `min` characters."},
    FieldErrorKey{u"tooLong", u"Longer than `max` characters."},
    FieldErrorKey{u"badCharacter", u"Holds a control character or half a Unicode character."},
    // numbers and choices
    FieldErrorKey{u"outOfRange", u"Not between `min` and `max`, both allowed."},
    FieldErrorKey{u"unknownValue", u"Not one of the values that are allowed."},
    // times
    FieldErrorKey{u"inFuture", u"Later than now (a day is allowed for clocks and time zones)."},
    FieldErrorKey{u"mustBeFuture", u"Not later than now."},
    FieldErrorKey{u"implausible", u"So long ago or so far ahead that it must be a mistake."},
    // special forms
    FieldErrorKey{u"notAPhoneNumber", u"Not a telephone number that can be dialled."},
    FieldErrorKey{u"oldNumber", u"An 8-digit number of Cameroon from before 2014; `suggestion` is its present form."},
    FieldErrorKey{u"notAnEmail", u"Not an email address."},
    FieldErrorKey{u"badUuid", u"Not a UUID in its form of 36 characters (RFC 4122)."},
    FieldErrorKey{u"badPatientNumber",
        u"Not 1-32 letters, digits, spaces, dots, dashes or slashes that begin with a letter or digit."},
    FieldErrorKey{u"badUsername", u"Not 3-32 of a-z, 0-9, dot, dash and underscore."},
    FieldErrorKey{u"tooCommon", u"One of the passwords that are tried first."},
    FieldErrorKey{u"wrongPassword", u"Not the present password of this account."},
    FieldErrorKey{u"lastAdmin", u"The only active administrator has to stay one."},
    FieldErrorKey{u"badUrl", u"Not an http or https address."},
    FieldErrorKey{u"badHost", u"Not the name or address of a computer."},
    FieldErrorKey{u"badAccountSid", u"Not an account SID of Twilio: AC and letters and digits, 32 of them."},
    FieldErrorKey{u"badSender",
        u"Neither a number in E.164 form, nor 1-11 letters and digits with a letter, nor a Messaging Service SID."},
    FieldErrorKey{u"badServiceSid", u"Not the SID of a Messaging Service: MG and 32 hexadecimal digits."},
    FieldErrorKey{u"badCurrency", u"Not three capital letters (ISO 4217)."},
    FieldErrorKey{u"badTimeZone", u"Not a time zone of the IANA list."},
    FieldErrorKey{u"badRecoveryKey", u"Not a recovery key, or not the one of this store."},
    FieldErrorKey{u"keyFileReadable", u"Other accounts of this computer may read the key file."},
    FieldErrorKey{u"keyFileDamaged", u"The key file does not hold a key."},
    // the store
    FieldErrorKey{u"taken", u"Another record has this value already."},
    FieldErrorKey{u"repeatDiffers", u"Used before, for something else; a repeat has to say the same again."},
    FieldErrorKey{u"wasDeleted", u"What came under this client_id was deleted, and a repeat does not bring it back."},
    FieldErrorKey{u"unknownPatient", u"No patient has this number."},
    FieldErrorKey{u"noRecipient", u"Neither given nor known from the patient's record."},
    // settings
    FieldErrorKey{u"sameTimes", u"Beginning and end are one moment."},
    FieldErrorKey{u"badWaits", u"Not one to ten waits of a second to a day each."},
    // reminders
    FieldErrorKey{u"afterAppointment", u"Later than the appointment it reminds of."},
    FieldErrorKey{u"badRecurrence", u"The recurrence ends before it begins."},
    FieldErrorKey{u"weekdaysNotAllowed", u"Weekdays go with days and weeks only."},
    FieldErrorKey{u"channelTwice", u"A channel is named twice."},
    FieldErrorKey{u"patientArchived", u"The patient's record is archived."},
    FieldErrorKey{
        u"consentStopped", u"The patient said stop; only new consent undoes that (POST /api/patients/{id}/consents)."},
    FieldErrorKey{u"consentRefused", u"The patient refused messages of this purpose on this channel."},
    FieldErrorKey{u"givesAwayHealth",
        u"An SMS is read by others, and `word` gives away an illness, a test or such a clinic, or is of the patient's "
        "condition."},
    // recordings in pieces
    FieldErrorKey{u"badHash", u"Not a SHA-256 in hexadecimal."},
    FieldErrorKey{u"wrongOffset", u"The recording goes on at another place: `received` bytes of it are there."},
    FieldErrorKey{
        u"hashDiffers", u"The recording is not the one that was announced (size, SHA-256); it goes on at `received`."},
    // appointments
    FieldErrorKey{u"unknownPlan", u"No reminder plan has this name."},
    FieldErrorKey{u"sameStep", u"Another step of the plan has the same time and channel."},
    FieldErrorKey{u"badFallback", u"A further channel is named twice, or is the step's own."},
    FieldErrorKey{u"tooMany", u"More than `max`."},
    FieldErrorKey{u"cannotChange", u"Stays as it was given first."},
    FieldErrorKey{u"notYet", u"Not before the appointment."},
    // templates
    FieldErrorKey{u"badTemplateName", u"Not 1-64 of a-z, 0-9, dash and underscore that begin with a letter."},
    FieldErrorKey{u"unknownTemplate", u"No template of this name has words that are switched on."},
    FieldErrorKey{u"missingForTemplate", u"The template says `placeholder`, for which nothing is known."},
    FieldErrorKey{u"asksForReply", u"Asks for a reply, and the hospital's sender receives none."},
    FieldErrorKey{u"unknownPlaceholder", u"`placeholder` is none of those that are `known`."},
    // tablets
    FieldErrorKey{u"badPin", u"Not 4 to 8 digits."},
    FieldErrorKey{u"easyPin", u"One digit all the way, or digits in their order: tried first."},
    FieldErrorKey{u"ownRecording", u"Who recorded it cannot be the one who reviews it."},
    // cases
    FieldErrorKey{u"notResolved", u"Only of a case that is resolved."},
    FieldErrorKey{u"identifiesPatient", u"Holds the name, the number or a telephone number of the patient."},
    FieldErrorKey{u"noCallback", u"The patient did not ask to be called, or gave no number."},
    // imported files
    FieldErrorKey{u"fileUnreadable", u"The file is not there or cannot be read."},
    FieldErrorKey{u"fileEmpty", u"The file holds nothing."},
    FieldErrorKey{u"notATabletFile", u"Not a file of answers that a tablet wrote."},
    FieldErrorKey{u"newerFormat", u"Written by a later version of the program."},
    FieldErrorKey{u"noKnownColumn", u"Of all that the file has none of its columns is known."},
    FieldErrorKey{u"badEncoding", u"Not a text file in UTF-8 or Windows-1252."},
    FieldErrorKey{u"unterminatedQuote", u"A quote is opened and never closed."},
    FieldErrorKey{u"tooManyColumns", u"More cells than the header has."},
    FieldErrorKey{u"notANumber", u"Not a number."},
    FieldErrorKey{u"notWhole", u"Not a whole number."},
    FieldErrorKey{u"notADate", u"Not a date."},
    FieldErrorKey{u"differsFromStored", u"The store has another record under this number."},
    FieldErrorKey{u"storeNotEmpty", u"The store has patients already."},
    // shape of a request
    FieldErrorKey{u"wrongType", u"Not of the JSON type that is `expected`."},
    FieldErrorKey{u"notATime", u"Not an ISO 8601 date or time."},
    FieldErrorKey{u"unknownField", u"Not a field of this resource."},
    FieldErrorKey{u"notBase64", u"Not base64."},
    FieldErrorKey{u"unknownMediaType", u"Not one of the recording formats that are accepted."},
    FieldErrorKey{u"tooLarge", u"Larger than `max` bytes."},
};

constexpr bool isFieldErrorKey(QStringView key)
{
    return std::any_of(fieldErrorKeys.begin(), fieldErrorKeys.end(), [&](const FieldErrorKey &row) {
        if (row.key.size() != key.size())
            return false;
        for (qsizetype i = 0; i < key.size(); ++i) {
            if (row.key[i] != key[i])
                return false;
        }
        return true;
    });
}

} // namespace accueil
