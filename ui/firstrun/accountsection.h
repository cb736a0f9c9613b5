#pragma once

#include "app/domain/user.h"
#include "ui/firstrun/section.h"
#include "ui/widgets/field.h"

namespace accueil {

class StrengthMeter;
class TextLine;

// The first account: the administrator who makes the others.
class AccountSection final : public Section
{
    Q_OBJECT
public:
    explicit AccountSection(QWidget *parent = nullptr);
    bool isComplete() const override; // also that the two passwords agree and the rules hold
    UserDraft draft() const;
    bool showErrors(); // false: something is wrong and has the focus
    FieldGroup &fields() { return m_fields; }

private:
    void retranslate() override;
    void passwordTyped();

    TextLine *m_username;
    TextLine *m_email;
    TextLine *m_password;
    TextLine *m_again;
    Field *m_usernameField;
    Field *m_emailField;
    Field *m_passwordField;
    Field *m_againField;
    StrengthMeter *m_strength;
    FieldGroup m_fields;
};

} // namespace accueil
