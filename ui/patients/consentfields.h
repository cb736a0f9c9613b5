#pragma once

#include "app/domain/patient.h"

#include <QWidget>

namespace accueil {

class Field;
class ListBox;

// May the hospital write or call? One answer per channel, which holds for every purpose; an answer that differs by
// purpose stays as it is until it is changed here.
class ConsentFields final : public QWidget
{
    Q_OBJECT
public:
    explicit ConsentFields(QWidget *parent = nullptr);

    void setConsent(const Consent &consent);
    Consent consent() const;

private:
    enum Answer { NotAsked, Granted, Refused, Mixed };
    struct Row
    {
        Channel channel;
        Field *field;
        ListBox *list;
    };
    static Answer answerOf(const Consent &consent, Channel channel);

    Consent m_before;
    QList<Row> m_rows;
};

} // namespace accueil
