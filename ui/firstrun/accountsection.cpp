#include "ui/firstrun/accountsection.h"

#include "ui/widgets/strengthmeter.h"
#include "ui/widgets/textline.h"

#include <QGridLayout>

namespace accueil {

using namespace Qt::StringLiterals;

AccountSection::AccountSection(QWidget *parent)
    : Section(parent)
    , m_username(new TextLine)
    , m_email(new TextLine)
    , m_password(new TextLine)
    , m_again(new TextLine)
    , m_usernameField(new Field(m_username))
    , m_emailField(new Field(m_email))
    , m_passwordField(new Field(m_password))
    , m_againField(new Field(m_again))
    , m_strength(new StrengthMeter)
{
    m_username->setObjectName(u"adminName"_s);
    m_email->setObjectName(u"adminEmail"_s);
    m_password->setObjectName(u"adminPassword"_s);
    m_again->setObjectName(u"adminPasswordAgain"_s);
    m_password->setPassword();
    m_again->setPassword();
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    grid->addWidget(m_usernameField, 0, 0, Qt::AlignTop);
    grid->addWidget(m_emailField, 0, 1, Qt::AlignTop);
    grid->addWidget(m_passwordField, 1, 0, Qt::AlignTop);
    grid->addWidget(m_againField, 1, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    content()->addLayout(grid);
    content()->addWidget(m_strength);
    m_fields.add(u"username"_s, m_usernameField);
    m_fields.add(u"email"_s, m_emailField);
    m_fields.add(u"password"_s, m_passwordField);
    for (TextLine *line : {m_username, m_email, m_password, m_again})
        connect(line, &QLineEdit::textChanged, this, &AccountSection::passwordTyped);
}

UserDraft AccountSection::draft() const
{
    UserDraft draft;
    draft.username = m_username->text().trimmed();
    draft.email = m_email->text().trimmed();
    draft.password = m_password->text();
    draft.role = Role::Admin;
    return draft;
}

bool AccountSection::isComplete() const
{
    return validate(draft(), PasswordRule::Required).isEmpty() && m_again->text() == m_password->text();
}

bool AccountSection::showErrors()
{
    const QList<FieldError> wrong = validate(draft(), PasswordRule::Required);
    m_fields.show(Error{.code = ErrorCode::Invalid, .fields = wrong});
    const bool same = m_again->text() == m_password->text();
    m_againField->setError(same ? QString() : tr("The two passwords are not the same."));
    if (wrong.isEmpty() && !same)
        m_again->setFocus();
    return wrong.isEmpty() && same;
}

void AccountSection::passwordTyped()
{
    m_strength->setPassword(
        m_password->text(), validatePassword(m_password->text(), m_username->text(), u"password"_s));
    const bool same = !m_password->text().isEmpty() && m_again->text() == m_password->text();
    m_againField->setGood(same);
    if (same)
        m_againField->setError({});
    Q_EMIT changed();
}

void AccountSection::retranslate()
{
    setWords(tr("The administrator"), tr("Makes the other accounts."));
    m_usernameField->setLabel(tr("&User name"));
    m_usernameField->setHint(tr("small letters, as in c.mbeng"));
    m_emailField->setLabel(tr("&Email"));
    m_emailField->setHint(tr("optional"));
    m_passwordField->setLabel(tr("&Password"));
    m_againField->setLabel(tr("Once &more"));
    passwordTyped();
}

} // namespace accueil
