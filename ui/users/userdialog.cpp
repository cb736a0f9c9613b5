#include "ui/users/userdialog.h"

#include "app/services/accountservice.h"
#include "ui/background.h"
#include "ui/roletext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/strengthmeter.h"
#include "ui/widgets/textline.h"

#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

UserDialog::UserDialog(const PageContext &context, const std::optional<User> &user, QWidget *parent)
    : DialogFrame(parent, metrics::narrowDialog)
    , m_context(context)
    , m_user(user)
    , m_username(new TextLine)
    , m_role(new ListBox)
    , m_email(new TextLine)
    , m_phone(new TextLine)
    , m_password(new TextLine)
    , m_usernameField(new Field(m_username))
    , m_roleField(new Field(m_role))
    , m_emailField(new Field(m_email))
    , m_phoneField(new Field(m_phone))
    , m_passwordField(new Field(m_password))
    , m_strength(new StrengthMeter)
    , m_problem(new Banner(Tone::Danger))
    , m_close(new Button(Button::Second))
    , m_save(new Button(Button::Main))
{
    m_username->setObjectName(u"username"_s);
    m_role->setObjectName(u"role"_s);
    m_email->setObjectName(u"email"_s);
    m_phone->setObjectName(u"phone"_s);
    m_password->setObjectName(u"newPassword"_s);
    m_save->setObjectName(u"saveUser"_s);
    m_password->setPassword();
    for (const Role role : {Role::Reception, Role::Manager, Role::Viewer, Role::Admin})
        m_role->addItem(roleText(role), static_cast<int>(role));
    if (m_user) {
        m_username->setText(m_user->username);
        m_role->setValue(static_cast<int>(m_user->role));
        m_email->setText(m_user->email);
        m_phone->setText(m_user->phoneNumber);
    }
    m_problem->hide();
    body()->addWidget(m_problem);
    for (const auto &[name, field] : {std::pair{u"username"_s, m_usernameField}, {u"role"_s, m_roleField},
             {u"email"_s, m_emailField}, {u"phone_number"_s, m_phoneField}, {u"password"_s, m_passwordField}}) {
        m_fields.add(name, field);
        body()->addWidget(field);
    }
    body()->addWidget(m_strength);
    body()->addStretch();
    m_close->setKeyHint(Qt::Key_Escape);
    m_save->setSymbol(Icon::Check);
    m_save->setKeys(Qt::CTRL | Qt::Key_S);
    addFooterButton(m_close);
    addFooterButton(m_save);

    for (TextLine *line : {m_username, m_email, m_phone, m_password})
        connect(line, &QLineEdit::textEdited, this, [this] { m_edited = true; });
    connect(m_role, &QComboBox::activated, this, [this] { m_edited = true; });
    connect(m_role, &QComboBox::currentIndexChanged, this, &UserDialog::showRole);
    connect(m_password, &QLineEdit::textChanged, this, [this](const QString &password) {
        m_strength->setPassword(password, validatePassword(password, m_username->text(), u"password"_s));
    });
    connect(m_close, &QPushButton::clicked, this, &DialogFrame::reject);
    connect(m_save, &QPushButton::clicked, this, &UserDialog::save);
    m_username->setFocus();
}

bool UserDialog::hasUnsavedWork() const
{
    return m_edited;
}

UserDraft UserDialog::draft() const
{
    UserDraft draft = m_user ? draftOf(*m_user) : UserDraft();
    draft.username = m_username->text().trimmed();
    draft.role = static_cast<Role>(m_role->currentData().toInt());
    draft.email = m_email->text().trimmed();
    draft.phoneNumber = m_phone->text().trimmed();
    draft.password = m_password->text();
    return draft;
}

void UserDialog::save()
{
    m_problem->hide();
    m_save->setBusy(true, tr("Saving…"));
    inBackground(
        this,
        [accounts = &m_context.services.accounts, who = m_context.session, user = m_user, draft = draft()] {
            return user ? accounts->edit(who, user->id, draft, user->version) : accounts->registerUser(who, draft);
        },
        [this](const Result<User> &answer) {
            m_save->setBusy(false);
            if (answer) {
                m_edited = false;
                Q_EMIT saved(answer->id);
                accept();
                return;
            }
            const QStringList others = m_fields.show(answer.error());
            const QStringList wrong = m_fields.wrongLabels();
            setFooterNote(wrong.isEmpty() ? QString() : tr("To look at: %1").arg(wrong.join(u", "_s)), true);
            m_problem->setWords(others.join(u' '));
            m_problem->setVisible(!others.isEmpty());
        });
}

void UserDialog::showRole()
{
    m_roleField->setHint(roleExplanation(static_cast<Role>(m_role->currentData().toInt())));
}

void UserDialog::retranslate()
{
    setTitle(m_user ? tr("Change the account %1").arg(m_user->username) : tr("New account"));
    m_usernameField->setLabel(tr("&User name"));
    m_usernameField->setHint(tr("small letters, as in c.mbeng"));
    m_roleField->setLabel(tr("&Role"));
    for (int i = 0; i < m_role->count(); ++i)
        m_role->setItemText(i, roleText(static_cast<Role>(m_role->itemData(i).toInt())));
    showRole();
    m_emailField->setLabel(tr("&Email"));
    m_emailField->setHint(tr("optional"));
    m_phoneField->setLabel(tr("&Telephone"));
    m_phoneField->setHint(tr("optional"));
    m_passwordField->setLabel(tr("&Password"));
    m_passwordField->setHint(m_user ? tr("empty: as before") : QString());
    m_strength->setPassword(
        m_password->text(), validatePassword(m_password->text(), m_username->text(), u"password"_s));
    m_close->setText(tr("&Close"));
    m_save->setText(tr("&Save"));
}

} // namespace accueil
