#include "tests/support/cameroonnames.h"

#include <cmath>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QStringList &surnames()
{
    static const QStringList names
        = u"Mbarga Ngono Atangana Ewane Ndongo Essomba Fouda Manga Eyenga Abena Onana Tchoumi Kamga Fotso Talla Kamdem "
          u"Ngo Etoundi "
          "Ndjock Bassong Njoya Mfouapon Nguema Nguemo Nguetsop Nguefack Ngassa Nganou Ngalle Ngando Ekambi Eboa Eboué "
          "Ebongué Epée "
          "Dikongué Dibobé Dooh Doumbé Din Douala Bell Akwa Moukoko Moukouri Mouelle Mouangue Moudiki Mbappé Mbédi "
          "Mbongo Mbida Mbia "
          "Mbassi Mballa Mbe Mbah Mbi Tabi Tambe Tanyi Tabe Takam Tagne Tchatchoua Tchuente Tchakounté Tchinda Tchami "
          "Tchana Toukam "
          "Wamba Wandji Woumbou Youmbi Youta Yonta Yimga Zambo Zang Zogo Zoa Biya Bikoï Biyong Biloa Bilong Binam "
          "Bissai Belinga "
          "Bekolo Bekono Bella Belibi Assiga Assomo Assoumou Amougou Ambassa Amba Aboubakar Abdoulaye Abanda Abega "
          "Awono Ateba Ayissi "
          "Ayuk Agbor Achu Achiri Akum Anyangwe Asonganyi Bih Che Chi Fru Fon Foncha Fomekong Fokou Fopa Foé Feudjio "
          "Guiffo Djoumessi "
          "Djeukam Djomo Djouaka Dongmo Donfack Dzukou Kana Kameni Kamto Kenfack Kengne Kemajou Keutcha Kouam Kouamo "
          "Kouemo Koum "
          "Koumba Kwedi Lobé Lottin Lontsi Makon Makoun Mandeng Massoma Matip Mayi Medou Mengue Messi Metomo Minlend "
          "Mvondo Mvogo "
          "Nana Nanga Ndedi Ndi Ndifor Ndoumbé Ndzana Nfor Njie Njiké Nkoa Nkolo Nkwenti Nlend Noah Nyobé Olinga "
          "Oumarou Owona "
          "Pokam Priso Sadou Samba Simo Sipowo Soppo Ɓaaɓa Ŋgwa Sɔppɔ Ekwɛ Tɛtɛ"_s.split(u' ');
    return names;
}

const QStringList &firstNames()
{
    static const QStringList names = u"Marie Jean Paul Émilienne Solange Pierre Joseph Martin Jeanne Rose Thérèse "
                                     u"Bernadette François Françoise Emmanuel Samuel "
                                     "Daniel David Michel André Jacques Henri Louis Charles Georges Simon Thomas "
                                     "Philippe Étienne Gabriel Raphaël Alain Patrick "
                                     "Serge Hervé Thierry Didier Olivier Christian Christelle Christine Carine "
                                     "Sandrine Nadège Nadine Sylvie Sylvain Chantal "
                                     "Brigitte Béatrice Agnès Cécile Catherine Claire Claude Claudine Colette Delphine "
                                     "Denise Dorothée Édith Élise Élisabeth "
                                     "Esther Eugénie Florence Florent Félicité Félix Fabrice Franck Frédéric Gaëlle "
                                     "Gisèle Grâce Guy Hélène Honorine Hortense "
                                     "Irène Isabelle Isaac Jacqueline Joséphine Josiane Judith Julienne Julie Julien "
                                     "Justine Laurent Laurence Laure Léa Léon "
                                     "Léonard Lucie Lucien Madeleine Marcel Marceline Margueritte Marguerite Marthe "
                                     "Martine Mathieu Maurice Mireille Moïse "
                                     "Monique Nathalie Nicole Nicolas Noël Odette Odile Pascal Pascaline Pauline "
                                     "Pélagie Prosper Prudence Rachel Régine René "
                                     "Richard Robert Roger Roland Rosalie Ruth Salomé Sara Sarah Scolastique Séraphin "
                                     "Sophie Stéphane Stéphanie Suzanne "
                                     "Théodore Théophile Tatiana Ursule Valérie Véronique Victor Victorine Viviane "
                                     "Yannick Yves Yvette Yvonne Zacharie Zita "
                                     "Aïcha Aïssatou Aminatou Amina Bouba Fadimatou Fatimatou Hadja Hamadou Hawa "
                                     "Ibrahim Idrissou Issa Mariama Moussa Ousmanou "
                                     "Ramatou Salamatou Yaya Grace Blessing Comfort Patience Precious Mercy Faith "
                                     "Divine Godlove Princewill Emilia Ernest "
                                     "Ngozi Manka Bih Lum Ndong Ebelle Muna Esɛ Wɛlisanɛ"_s.split(u' ');
    return names;
}

} // namespace

CameroonNames::CameroonNames(quint32 seed)
    : m_random(seed)
{
}

QString CameroonNames::pick(const QStringList &names)
{
    // The inverse of the distribution that 1/(rank + 5) sums up to.
    constexpr double offset = 5;
    const double last = std::log((static_cast<double>(names.size()) + offset) / offset);
    const auto rank = static_cast<qsizetype>(offset * (std::exp(m_random.generateDouble() * last) - 1));
    return names.at(std::min(rank, names.size() - 1));
}

QString CameroonNames::next()
{
    QString name = pick(surnames());
    if (m_random.bounded(100) < 25)
        name += u' ' + pick(surnames());
    name += u' ' + pick(firstNames());
    if (m_random.bounded(100) < 20)
        name += u' ' + pick(firstNames());
    return name;
}

} // namespace accueil
