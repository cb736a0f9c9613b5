#pragma once

#include "app/domain/language.h"
#include "ui/records/recordcontext.h"
#include "ui/tablets/poster.h"
#include "ui/tablets/tabletdoor.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/field.h"

class QLabel;

namespace accueil {

class Banner;
class Button;
class ListBox;
class PaperView;
class Segmented;
class WardBox;
class WardList;

// The poster for a ward before it is printed: whose it is, how large, with which words of the hospital's own, and how
// it looks.
class PosterDialog final : public DialogFrame
{
    Q_OBJECT
public:
    PosterDialog(const RecordContext &desk, WardList &wards, QWidget *parent);

private:
    void build();
    void retranslate() override;
    void readWords();
    void showOwnWords();
    void showPoster();
    Poster poster() const;

    const RecordContext &m_desk;
    const TabletDoor m_door;
    QString m_hospital;
    QList<std::pair<Language, QString>> m_words; // in languages of the place
    Banner *m_problem;
    WardBox *m_ward;
    Segmented *m_size;
    ListBox *m_address;
    QLabel *m_own;
    Field *m_wardField;
    Field *m_sizeField;
    Field *m_addressField;
    Field *m_ownField;
    PaperView *m_view;
    Button *m_close;
    Button *m_save;
    Button *m_print;
};

} // namespace accueil
