#pragma once

#include "app/services/templateservice.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/field.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace accueil {

class Banner;
class Button;
class ChipLabel;
class FlowLayout;
class MessageBubble;
class PatientPicker;
class SmsMeter;

// One template in one language at the right of the list: its words to be edited, and beside them how they will read to
// a patient, what they cost and what they give away.
class TemplatePane final : public QWidget
{
    Q_OBJECT
public:
    explicit TemplatePane(const RecordContext &desk, QWidget *parent = nullptr);

    void showTemplate(const std::optional<MessageTemplate> &wording);
    bool hasUnsavedWork() const;
    void focusText();
    void retranslate();

Q_SIGNALS:
    void saved(const QString &key);
    void restored(const QString &key);

private:
    QWidget *makeEditor();
    QWidget *makePreview();
    void showPreview();
    void previewed(const Result<MessagePreview> &answer);
    void showState();
    void save();
    void saveAnswered(const Result<MessageTemplate> &answer);
    void restore();
    bool mayEdit() const;

    const RecordContext &m_desk;
    std::optional<MessageTemplate> m_template;
    FieldGroup m_fields;
    QTimer m_soon;
    int m_question = 0; // answers to earlier previews are dropped
    QStackedWidget *m_states;
    QLabel *m_nothing;
    QLabel *m_title;
    ChipLabel *m_state;
    Banner *m_problem;
    Field *m_textField;
    QPlainTextEdit *m_text;
    FlowLayout *m_placeholders;
    QLabel *m_insert;
    QCheckBox *m_active;
    Field *m_patientField;
    PatientPicker *m_patient;
    QLabel *m_previewTitle;
    MessageBubble *m_bubble;
    QLabel *m_note;
    SmsMeter *m_meter;
    Banner *m_sensitive;
    Banner *m_asking;
    Button *m_restore;
    Button *m_save;
};

} // namespace accueil
