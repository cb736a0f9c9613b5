#include "app/services/demodata.h"

namespace accueil::demo {

using namespace Qt::StringLiterals;

const QList<InventedWard> &wards()
{
    static const QList<InventedWard> list{
        {u"Maternité"_s, 84},
        {u"Pédiatrie"_s, 74},
        {u"Urgences"_s, 36},
        {u"Cardiologie"_s, 70},
        {u"Chirurgie"_s, 66},
        {u"Consultations"_s, 58},
        {u"Médecine interne"_s, 63},
        {u"Ophtalmologie"_s, 72},
        {u"Laboratoire"_s, 52},
    };
    return list;
}

const QStringList &familyNames()
{
    static const QStringList names{
        u"Ebelle Ndolo"_s,
        u"Ekambi Moudio"_s,
        u"Essomba Abena"_s,
        u"Etame Kotto"_s,
        u"Eyenga Manga"_s,
        u"Fokou Talla"_s,
        u"Fouda Onana"_s,
        u"Kameni Djuidje"_s,
        u"Lobe Priso"_s,
        u"Mbappou Songue"_s,
        u"Mpondo Eyoum"_s,
        u"Ngo Likeng"_s,
        u"Njoya Mfoapon"_s,
        u"Nkeng Tabot"_s,
        u"Nnanga Bilo'o"_s,
        u"Tchoumi Ngassa"_s,
        u"Yomi Wandji"_s,
        u"Sone Ewane"_s,
        u"Biyong Hiol"_s,
        u"Atangana Mvogo"_s,
        u"Bassong Nguema"_s,
        u"Dikongue Epée"_s,
        u"Ewané Njoh"_s,
        u"Fotso Kamga"_s,
        u"Kuete Nana"_s,
        u"Manga Bekombo"_s,
        u"Mbarga Zoa"_s,
        u"Mengue Obama"_s,
        u"Moukoko Dina"_s,
        u"Ndongo Essama"_s,
        u"Ngando Epoupa"_s,
        u"Ngassam Tchinda"_s,
        u"Njike Mbella"_s,
        u"Nkolo Ateba"_s,
        u"Nyobe Libam"_s,
        u"Owona Bella"_s,
        u"Penda Lottin"_s,
        u"Sadou Bouba"_s,
        u"Simo Defo"_s,
        u"Tabi Agbor"_s,
        u"Takam Feudjio"_s,
        u"Tamba Enow"_s,
        u"Toko Elame"_s,
        u"Wamba Sop"_s,
        u"Zang Minkoulou"_s,
        u"Abanda Nsimi"_s,
        u"Bebey Mouelle"_s,
        u"Che Fru"_s,
    };
    return names;
}

const QStringList &femaleNames()
{
    static const QStringList names{
        u"Grâce"_s,
        u"Marthe"_s,
        u"Rosine"_s,
        u"Jeanne"_s,
        u"Alice"_s,
        u"Irène"_s,
        u"Thérèse"_s,
        u"Odile"_s,
        u"Carine"_s,
        u"Solange"_s,
        u"Brigitte"_s,
        u"Clarisse"_s,
        u"Delphine"_s,
        u"Estelle"_s,
        u"Florence"_s,
        u"Henriette"_s,
        u"Josiane"_s,
        u"Laure"_s,
        u"Mireille"_s,
        u"Nadège"_s,
        u"Pauline"_s,
        u"Sandrine"_s,
        u"Victorine"_s,
        u"Yvonne"_s,
        u"Mary"_s,
        u"Comfort"_s,
        u"Blessing"_s,
        u"Patience"_s,
    };
    return names;
}

const QStringList &maleNames()
{
    static const QStringList names{
        u"Célestin"_s,
        u"Brice"_s,
        u"Hervé"_s,
        u"Samuel"_s,
        u"Paul"_s,
        u"Idriss"_s,
        u"Emmanuel"_s,
        u"Léon"_s,
        u"Marc"_s,
        u"Alain"_s,
        u"Bertrand"_s,
        u"Christian"_s,
        u"Désiré"_s,
        u"Étienne"_s,
        u"François"_s,
        u"Gaston"_s,
        u"Joseph"_s,
        u"Luc"_s,
        u"Martin"_s,
        u"Narcisse"_s,
        u"Olivier"_s,
        u"Roger"_s,
        u"Serge"_s,
        u"Théodore"_s,
        u"Peter"_s,
        u"Divine"_s,
        u"Collins"_s,
        u"Godlove"_s,
    };
    return names;
}

const QStringList &conditions()
{
    static const QStringList list{
        u"Suivi de grossesse"_s,
        u"Hypertension"_s,
        u"Diabète de type 2"_s,
        u"Paludisme"_s,
        u"Fracture du poignet"_s,
        u"Asthme"_s,
        u"Cataracte"_s,
        u"Visite postnatale"_s,
        u"Hernie"_s,
        u"Contrôle annuel"_s,
    };
    return list;
}

const QStringList &frenchWords(int stars)
{
    static const QList<QStringList> words{
        {
            u"Cinq heures d’attente avec un enfant qui avait de la fièvre, et personne pour nous dire quand ce serait notre tour."_s,
            u"On m’a demandé de payer avant même de me regarder. Je suis repartie sans voir le médecin."_s,
            u"L’infirmier a crié sur ma mère. Ce n’est pas une façon de recevoir les malades."_s,
            u"Les toilettes étaient bouchées et il n’y avait pas d’eau pour se laver les mains."_s,
            u"Le dossier a été perdu, il a fallu refaire tous les examens et payer encore."_s,
        },
        {
            u"Le rang est trop long à la caisse, j’ai passé toute la matinée debout."_s,
            u"Le docteur a bien soigné mais n’a presque rien expliqué, je ne sais pas comment prendre les comprimés."_s,
            u"Il manquait des draps dans la chambre et le ventilateur ne marchait pas."_s,
            u"Les résultats du laboratoire sont sortis avec deux jours de retard."_s,
        },
        {
            u"Les soins sont corrects, mais l’attente est longue."_s,
            u"Bon accueil à l’entrée, puis plus personne pour nous orienter."_s,
            u"Le médecin écoute. La salle d’attente est trop petite pour tout ce monde."_s,
            u"Rien à dire sur le traitement. Le prix n’était pas celui annoncé."_s,
        },
        {
            u"La sage-femme a bien expliqué. L’attente à la caisse était un peu longue."_s,
            u"Personnel poli et attentif, merci à l’équipe du matin."_s,
            u"Le chirurgien a pris le temps de répondre à toutes mes questions."_s,
            u"Chambre propre, repas corrects. Il faudrait plus de bancs dans le couloir."_s,
        },
        {
            u"Très bon accueil, on nous a reçus tout de suite. Que Dieu bénisse cette équipe."_s,
            u"Mon bébé est né sans problème, les infirmières étaient là jour et nuit. Merci."_s,
            u"Service propre, docteur à l’écoute, je recommande cet hôpital à ma famille."_s,
            u"Le message de rappel m’a évité d’oublier mon rendez-vous. C’est très bien."_s,
            u"Tout était clair, du premier guichet jusqu’à la pharmacie."_s,
        },
    };
    return words.at(stars - 1);
}

const QStringList &englishWords(int stars)
{
    static const QList<QStringList> words{
        {
            u"We waited from six in the morning and were sent home at two without seeing a doctor."_s,
            u"The nurse shouted at us in front of everybody. I will not come back."_s,
            u"They asked for money twice for the same test."_s,
        },
        {
            u"The queue at the pharmacy is far too long."_s,
            u"Nobody explained what the medicine is for."_s,
            u"The ward was noisy at night and the light was broken."_s,
        },
        {
            u"Treatment was fine, waiting time was not."_s,
            u"The doctor was good, the billing desk was confusing."_s,
            u"Average. Some staff are kind, some are not."_s,
        },
        {
            u"Kind nurses and a clean room. A few more chairs would help."_s,
            u"The doctor listened carefully and answered my questions."_s,
            u"Good care, though the results came late."_s,
        },
        {
            u"Excellent care from the first day to the last. Thank you all."_s,
            u"They called to remind me of my visit and received me on time."_s,
            u"Clean, quick and respectful. Well done."_s,
        },
    };
    return words.at(stars - 1);
}

} // namespace accueil::demo
