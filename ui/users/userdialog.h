#pragma once

#include "app/domain/user.h"
#include "ui/page.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/field.h"

namespace accueil {

class Banner;
class Button;
class ListBox;
class StrengthMeter;
class TextLine;

// A new account, or the change of one. A password left empty in a change stays as it is.
class UserDialog final : public DialogFrame
{
    Q_OBJECT
public:
    UserDialog(const PageContext &context, const std::optional<User> &user, QWidget *parent);
    bool hasUnsavedWork() const override;

Q_SIGNALS:
    void saved(accueil::UserId id);

private:
    void retranslate() override;
    UserDraft draft() const;
    void save();
    void showRole();

    PageContext m_context;
    std::optional<User> m_user;
    TextLine *m_username;
    ListBox *m_role;
    TextLine *m_email;
    TextLine *m_phone;
    TextLine *m_password;
    Field *m_usernameField;
    Field *m_roleField;
    Field *m_emailField;
    Field *m_phoneField;
    Field *m_passwordField;
    StrengthMeter *m_strength;
    Banner *m_problem;
    Button *m_close;
    Button *m_save;
    FieldGroup m_fields;
    bool m_edited = false;
};

} // namespace accueil
