#pragma once

#include <QVariant>
#include <QWidget>

namespace accueil {

// A few choices side by side, of which one is chosen (FR | EN; languages of a form). One tab stop; arrows choose.
//   lang->setOptions({{tr("Français"), u"fr"_s}, ...});   lang->setValue(u"fr"_s);   connect(lang, &Segmented::chosen,
//   ...)
class Segmented : public QWidget
{
    Q_OBJECT
public:
    struct Option
    {
        QString text;
        QVariant value;
        QString spoken = {}; // accessible name where the text is an abbreviation
    };
    enum Width { Compact, Spread };
    explicit Segmented(QWidget *parent = nullptr, Width width = Spread);

    void setOptions(const QList<Option> &options); // keeps the chosen value when it is still there
    void setValue(const QVariant &value); // invalid: none; tells nobody
    QVariant value() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(const QVariant &value); // by the person

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect part(int index) const;
    int partAt(const QPoint &point) const;
    void choose(int index);

    QList<Option> m_options;
    Width m_width;
    int m_current = -1;
    int m_hover = -1;
};

} // namespace accueil
