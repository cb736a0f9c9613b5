#include "ui/tablets/wardbox.h"

#include "ui/records/wardlist.h"

namespace accueil {

WardBox::WardBox(QWidget *parent)
    : ListBox(parent)
{
    addItem(QString(), QString());
}

void WardBox::setNone(const QString &words)
{
    setItemText(0, words);
}

void WardBox::setWards(const QStringList &wards)
{
    const QString chosen = ward();
    while (count() > 1)
        removeItem(1);
    for (const QString &one : wards)
        addItem(one, one);
    setWard(chosen);
}

void WardBox::follow(WardList &wards)
{
    setWards(wards.wards());
    connect(&wards, &WardList::changed, this, [this, list = &wards] { setWards(list->wards()); });
}

void WardBox::setWard(const QString &ward)
{
    if (findData(ward) < 0)
        addItem(ward, ward);
    setValue(ward);
}

} // namespace accueil
