#pragma once

#include <QStringView>

#include <optional>

namespace accueil {

// What a patient can answer to a message with one word.
enum class ReplyWord {
    Stop, // no more messages
    Start, // messages again
    Confirm, // the appointment
    Cancel, // the appointment
};

// The meaning of a message that is one of these words and nothing else but punctuation and courtesy: STOP, STOPALL,
// UNSUBSCRIBE, END, QUIT, ARRET, DESABONNER; START, UNSTOP, OUI-DEBUT; 1, OUI, YES, OK, CONFIRMER, CONFIRM; 2, NON, NO,
// ANNULER, CANCEL. STOP and its kin may say what is to stop ("STOP SMS"). Case, accents and repetition do not matter.
// Nothing for a sentence in which such a word only occurs. CANCEL, which Twilio takes for an opt-out, cancels the
// appointment here.
std::optional<ReplyWord> replyWord(QStringView message);

} // namespace accueil
