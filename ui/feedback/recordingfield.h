#pragma once

#include <QByteArray>
#include <QWidget>

class QLabel;

namespace accueil {

class Button;
class IconButton;
class NoteLine;

// A recording from a file: what kind it is is read from its bytes. Reading happens in the background.
class RecordingField final : public QWidget
{
    Q_OBJECT
public:
    explicit RecordingField(QWidget *parent = nullptr);

    const QByteArray &bytes() const { return m_bytes; }
    const QString &name() const { return m_name; }
    void setRecording(const QString &name, const QByteArray &bytes); // empty: none
    void setStored(bool stored); // the feedback has one already; a new one would replace it
    void read(const QString &file);
    QString problem() const;

Q_SIGNALS:
    void changed();

private:
    void choose();
    void showRecording();

    QByteArray m_bytes;
    QString m_name;
    bool m_stored = false;
    Button *m_attach;
    QLabel *m_label;
    IconButton *m_remove;
    NoteLine *m_problem;
};

} // namespace accueil
