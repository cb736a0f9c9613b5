#include "ui/feedback/feedbackdialog.h"

#include "ui/feedback/recordingfield.h"
#include "ui/feedback/wordsedit.h"
#include "ui/feedback/wordsfield.h"
#include "ui/records/patientpicker.h"
#include "ui/records/recordwords.h"
#include "ui/records/wardlist.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/ratings.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout *columnOf(QWidget *group)
{
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    return column;
}

} // namespace

QWidget *FeedbackDialog::makeForm()
{
    auto *form = new QWidget;
    m_groups = new QBoxLayout(QBoxLayout::LeftToRight, form);
    m_groups->setContentsMargins(0, 0, 0, 0);
    m_groups->setSpacing(metrics::pageMargin);
    m_between = new QFrame;
    m_between->setProperty("upright", true);
    m_groups->addWidget(makeLeft(), 1);
    m_groups->addWidget(m_between);
    m_groups->addWidget(makeRight(), 1);
    return form;
}

QWidget *FeedbackDialog::makeLeft()
{
    m_patient = new PatientPicker(m_desk);
    m_patientField = addField(m_patient, tr("&Patient"), {u"patient_id"_s, u"patient_name"_s});
    m_patientField->setHint(tr("name, number or telephone"));
    m_anonymous = new QCheckBox(tr("&No name (no record is linked)"));
    m_ward = new ListBox;
    m_ward->setEditable(true);
    m_ward->addItems(m_wards.wards());
    m_ward->setEditText({});
    m_ward->lineEdit()->setPlaceholderText(tr("Choose a ward"));
    m_wardField = addField(m_ward, tr("Which &ward?"), {u"ward"_s});
    m_face = new FaceRow;
    Field *face = addField(m_face, tr("How was it, all in all?"), {u"emoji_rating"_s});
    face->setHint(tr("keys 1 to 5"));
    m_recommend = new NumberRow;
    Field *recommend
        = addField(m_recommend, tr("Would the person recommend the hospital?"), {u"recommendation_likelihood"_s});
    recommend->setHint(tr("0 not at all · 10 gladly · ← →"));

    auto *group = new QWidget;
    QVBoxLayout *column = columnOf(group);
    auto *who = new QVBoxLayout;
    who->setSpacing(metrics::labelGap);
    who->addWidget(m_patientField);
    who->addWidget(m_anonymous);
    column->addLayout(who);
    column->addWidget(m_wardField);
    column->addWidget(face);
    column->addWidget(makeStars());
    column->addWidget(recommend);
    column->addStretch();
    return group;
}

QWidget *FeedbackDialog::makeStars()
{
    auto *rows = new QWidget;
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *title = new QLabel(tr("Ratings"));
    title->setFont(fontFor(TextRole::Label));
    auto *hint = new QLabel(tr("↑ ↓ change the line · 0 clears"));
    hint->setFont(fontFor(TextRole::Small));
    hint->setProperty("ink", u"muted"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::gap);
    head->addWidget(title);
    head->addWidget(hint);
    head->addStretch();
    column->addLayout(head);
    const std::array questions{
        tr("Care received"), tr("Listening and explanations"), tr("Rooms and cleanliness"), tr("The stay as a whole")};
    for (size_t i = 0; i < m_stars.size(); ++i) {
        m_stars[i] = new StarRow;
        m_stars[i]->setQuestion(questions[i]);
        column->addWidget(m_stars[i]);
    }
    return rows;
}

QWidget *FeedbackDialog::makeRight()
{
    m_language = new Segmented;
    QList<Segmented::Option> languages;
    for (Language language : {Language::French, Language::English, Language::Duala, Language::Basaa, Language::Ewondo})
        languages += {RecordWords::language(language), int(language)};
    m_language->setOptions(languages);
    m_words = new WordsField;
    Field *words = addField(m_words, tr("The person’s wo&rds"), {u"comments"_s});
    words->setHint(tr("Ctrl+; then b gives ɓ"));
    m_words->edit()->setAccessibleName(tr("The person’s words"));
    m_recording = new RecordingField(m_desk.sound);
    m_hint = new QLabel;
    m_hint->setWordWrap(true);
    m_hint->setFont(fontFor(TextRole::Small));
    m_hint->setProperty("ink", u"muted"_s);
    m_method = new ListBox;
    for (const auto &method : submissionMethodTable.rows)
        m_method->addItem(RecordWords::method(method.value), int(method.value));

    auto *group = new QWidget;
    QVBoxLayout *column = columnOf(group);
    column->addWidget(addField(m_language, tr("Language spoken"), {u"language"_s}));
    column->addWidget(words, 1);
    column->addWidget(m_hint);
    column->addWidget(addField(m_recording, tr("The voice"), {u"voice_data"_s, u"audio"_s}));
    column->addWidget(addField(m_method, tr("How it reached the hospital"), {u"submission_method"_s}));
    return group;
}

} // namespace accueil
