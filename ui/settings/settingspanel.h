#pragma once

#include "app/services/hospitalsettings.h"
#include "ui/widgets/field.h"

#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace accueil {

// One group of settings. The page reads and writes HospitalSettings through its panels and knows nothing of their
// fields.
class SettingsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPanel(QWidget *parent = nullptr);

    virtual void read(const HospitalSettings &settings) = 0;
    virtual void write(HospitalSettings &settings) const = 0;
    // Paths of values that the environment fixes: shown locked.
    void lock(const QSet<QString> &paths);
    FieldGroup &fields() { return m_group; }
    virtual void retranslate() = 0;
    // Puts the errors under their fields; returns those that belong to none here, as sentences.
    virtual QStringList showErrors(const Error &error) { return m_group.show(error); }

Q_SIGNALS:
    void edited();

protected:
    QVBoxLayout *content() const { return m_content; }
    // A field by the path of its setting ("twilio.authToken"), which is also the field of its errors.
    Field *addField(const QString &path, QWidget *control);
    // In one row; below each other where the text is so large that a row would be wider than the window.
    void addBeside(std::initializer_list<Field *> fields, Qt::Alignment alignment);
    void watch(QWidget *control); // its changes are edits

private:
    QVBoxLayout *m_content;
    FieldGroup m_group;
    QList<std::pair<QString, Field *>> m_paths;
};

} // namespace accueil
