#pragma once

#include <QWidget>

class QHBoxLayout;

namespace accueil {

class IconButton;
class Segmented;
class Theme;
class Translator;

// The top of the window: search at the left, language, light or dark, and help at the right.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(QWidget *search, Theme &theme, Translator &translator, QWidget *parent = nullptr);

Q_SIGNALS:
    void helpWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Theme &m_theme;
    Translator &m_translator;
    Segmented *m_language;
    IconButton *m_scheme;
    IconButton *m_help;
};

// FR | EN, wired to the translator; also on the screens before the sign-in.
Segmented *makeLanguageSwitch(Translator &translator, QWidget *parent);

} // namespace accueil
