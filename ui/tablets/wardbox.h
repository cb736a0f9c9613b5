#pragma once

#include "ui/widgets/listbox.h"

namespace accueil {

class WardList;

// A list of the hospital's wards with a first entry for none of them.
class WardBox final : public ListBox
{
    Q_OBJECT
public:
    explicit WardBox(QWidget *parent = nullptr);

    void setNone(const QString &words); // what the first entry says
    // A ward that was chosen stays, even if the hospital has it no more.
    void setWards(const QStringList &wards);
    void follow(WardList &wards); // now, and whenever they are read again
    void setWard(const QString &ward);
    QString ward() const { return currentData().toString(); }
};

} // namespace accueil
