#pragma once

#include <QRandomGenerator>
#include <QString>
#include <QStringList>

namespace accueil {

// Names as a hospital in Douala meets them, with frequencies that fall with the rank (Zipf): the first of 200 surnames
// about 4 % of all people, the last about 0.1 %.
class CameroonNames
{
public:
    explicit CameroonNames(quint32 seed);
    QString next(); // "Ewane Émilienne", "Ngo Bassa Marie Solange"
    QRandomGenerator &random() { return m_random; }

private:
    QString pick(const QStringList &names);

    QRandomGenerator m_random;
};

} // namespace accueil
