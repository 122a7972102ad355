// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setupcheck.h"

#include "core/base/simd.h"
#include "core/network/predictor.h"
#include "core/tools/sequencedatabase.h"
#include "core/tools/toolinfo.h"

#include <QLocale>
#include <QPointer>
#include <QThreadPool>

namespace WhiteBox {

namespace {

SetupItem failed(const QString &name, const Error &error)
{
    return {name, false, error.why.isEmpty() ? error.what : QStringLiteral("%1: %2").arg(error.what, error.why), error.remedy};
}

SetupItem checkSearch()
{
    const QString name = SetupChecker::tr("jackhmmer");
    const auto tool = checkJackhmmer();
    if (!tool.isOk())
        return failed(name, tool.error());
    return {name, true, QStringLiteral("%1, %2").arg(tool.value().version, tool.value().path), {}};
}

SetupItem checkProteins(const QString &database)
{
    const QString name = SetupChecker::tr("Database");
    const auto info = checkDatabase(database);
    if (!info.isOk())
        return failed(name, info.error());
    return {name, true,
            SetupChecker::tr("%1, %2 %3 sequences")
                .arg(info.value().path, info.value().exact ? QString() : QStringLiteral("≈"),
                     QLocale().toString(info.value().sequences))
                .simplified(),
            {}};
}

SetupItem checkNetwork()
{
    const QString name = SetupChecker::tr("Network");
    const auto predictor = Predictor::loadShipped();
    if (!predictor.isOk())
        return failed(name, predictor.error());
    const ModelCard &card = predictor.value()->card();
    return {name, true, QStringLiteral("%1 (%2), %3").arg(card.name, card.date, predictor.value()->path()), {}};
}

} // namespace

std::vector<SetupItem> checkSetup(const QString &database)
{
    std::vector<SetupItem> items;
    items.push_back(checkSearch());
    items.push_back(checkProteins(database));
    items.push_back({SetupChecker::tr("Couplings engine"), true,
                     SetupChecker::tr("built in, %1").arg(QLatin1String(simdLevelName(simdLevel()))),
                     {}});
    items.push_back(checkNetwork());
    return items;
}

void SetupChecker::start(const QString &database)
{
    const QPointer<SetupChecker> self(this);
    QThreadPool::globalInstance()->start([self, database, receiver = this] {
        auto items = checkSetup(database);
        // The pool is waited for before the application ends; the pointer guards against the object's own end.
        if (self)
            QMetaObject::invokeMethod(receiver, [self, items = std::move(items)] {
                if (self)
                    Q_EMIT self->finished(items);
            });
    });
}

} // namespace WhiteBox
