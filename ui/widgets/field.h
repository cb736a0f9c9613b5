#pragma once

#include "app/domain/result.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QLabel;

namespace accueil {

class NoteLine;

// Label above, the control, and under it what is wrong in words with an icon. The label is the control's accessible
// name.
//   auto *name = new Field(new QLineEdit);   name->setLabel(tr("&Name"));   name->setHint(tr("as on the identity
//   card"));
// A mnemonic in the label moves the focus to the control.
class Field : public QWidget
{
    Q_OBJECT
public:
    explicit Field(QWidget *control, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setHint(const QString &hint); // beside the label, in grey; under it where there is no room
    void setError(const QString &error); // empty: none
    QString error() const { return m_error; }
    QString label() const; // without its mnemonic
    void setGood(bool good); // a tick at the right of a line of text
    // Shows the control locked, with the reason under it (a value that the environment fixes).
    void setLocked(const QString &reason);
    QWidget *control() const { return m_control; }
    template <typename Control>
    Control *as() const
    {
        return qobject_cast<Control *>(m_control);
    }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeHint();

    QBoxLayout *m_line;
    QLabel *m_label;
    QLabel *m_hint;
    NoteLine *m_note;
    QWidget *m_control;
    QString m_error;
    QString m_lockReason;
};

// The fields of one form by their wire names, so that the errors of a service land where they belong.
//   m_fields.add(u"phone_number"_s, phone);   ... if (!result) m_fields.show(result.error());
class FieldGroup
{
public:
    void add(const QString &wireName, Field *field);
    void clear(); // all errors
    // Puts every error under its field and the focus into the first wrong one. Returns the errors that belong to no
    // field here, as one sentence each, for a banner.
    QStringList show(const Error &error);
    void focusFirstWrong();
    QStringList wrongLabels() const; // for the footer: "1 field to complete: Ward"

private:
    QList<std::pair<QString, QPointer<Field>>> m_fields;
};

// Marks a control for the style sheet's red border.
void markWrong(QWidget *control, bool wrong);

} // namespace accueil
