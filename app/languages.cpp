// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace WhiteBox {

void installTranslations(QCoreApplication &app)
{
    auto *plurals = new QTranslator(&app); // for what another language lacks, too
    if (plurals->load(QStringLiteral(":/i18n/whitebox_en.qm")))
        app.installTranslator(plurals);
    if (QLocale().language() == QLocale::English) // as the texts are: no second wish of the user's comes in
        return;
    auto *ours = new QTranslator(&app);
    if (!ours->load(QLocale(), QStringLiteral("whitebox"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        ours->isEmpty()) {
        delete ours;
        return;
    }
    app.installTranslator(ours);
    auto *qts = new QTranslator(&app);
    if (qts->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        app.installTranslator(qts);
}

} // namespace WhiteBox
