#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QPointer>

class QHBoxLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace accueil {

class IconButton;
class NoteLine;
class Veil;

// A dialog of the design: header with title and close button, a body that scrolls when the window is small or the text
// large, a footer with a note at the left and buttons at the right. A veil lies over the window meanwhile. Esc closes.
//   class PatientDialog : public DialogFrame { ... body()->addWidget(form); addFooterButton(save); setTitle(tr("New
//   patient")); };
// Show it with open() (never exec(): the window goes on) and let it delete itself (WA_DeleteOnClose is set).
class DialogFrame : public QDialog
{
    Q_OBJECT
public:
    DialogFrame(QWidget *parent, int width);
    ~DialogFrame() override;

    void setTitle(const QString &title);
    void addHeaderWidget(QWidget *widget); // beside the title
    void setHeaderNote(const QString &note); // small, before the close button
    // Left of the footer: what is missing, in words; empty hides it.
    void setFooterNote(const QString &note, bool wrong);
    void addFooterSign(QWidget *sign); // left of the note
    void addFooterButton(QWidget *button);
    void setPinned(QWidget *widget); // between body and footer, in view wherever the body is scrolled to
    void showPinned(bool shown);
    QVBoxLayout *body() const { return m_body; }
    // Whether something typed would be lost: Esc and the close button then ask once.
    virtual bool hasUnsavedWork() const { return false; }
    void reject() override;
    void setVisible(bool visible) override;

protected:
    virtual void retranslate() = 0;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

    void fitToParent(); // again when what is shown has grown
    void growToFit(); // likewise, where it stands

private:
    QSize wantedSize() const;
    QSize roomInWindow() const;

    int m_designedWidth;
    QLabel *m_title;
    QLabel *m_headerNote;
    QHBoxLayout *m_header;
    QHBoxLayout *m_footer;
    NoteLine *m_note;
    IconButton *m_close;
    QScrollArea *m_scroll;
    QVBoxLayout *m_body;
    QWidget *m_pinned;
    QPointer<Veil> m_veil;
    bool m_translated = false;
};

} // namespace accueil
