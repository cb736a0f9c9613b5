#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace accueil {

// Asked once before something that cannot be taken back, naming the thing.
struct Question
{
    QString title; // "Delete the reminder of 16 March?"
    QString text;
    QString yes; // what the button does, never just "OK"
    QString no; // empty: "Cancel"
    bool destructive = false;
};

// Opens the question over `parent`'s window; `agreed` runs on yes. Does not block. Focus begins on no.
void ask(QWidget *parent, const Question &question, std::function<void()> agreed);

} // namespace accueil
