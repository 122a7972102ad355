// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/resultmodel.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ResultModel)
};

/// The network of that file when its weights have the hash, else null.
std::shared_ptr<const Predictor> loadIfSame(const QString &path, const QString &sha256)
{
    if (!QFileInfo(path).isFile()) // a session can name anything: no pipe and no device is opened
        return nullptr;
    auto loaded = Predictor::load(path);
    const bool same = loaded.isOk() && loaded.value()->card().weightsSha256 == sha256;
    return same ? std::move(loaded).value() : nullptr;
}

} // namespace

Result<std::shared_ptr<const Predictor>> loadModelOf(const JobResult &result)
{
    const QJsonObject model = result.provenance.value(QLatin1String("model")).toObject();
    const QString sha256 = model.value(QLatin1String("sha256")).toString();
    if (sha256.isEmpty())
        return Predictor::loadShipped();
    QStringList places{model.value(QLatin1String("path")).toString()};
    if (const auto shipped = Predictor::shippedPath(); shipped.isOk() && !places.contains(shipped.value()))
        places << shipped.value();
    for (const QString &path : places)
        if (auto predictor = loadIfSame(path, sha256))
            return predictor;
    Error error;
    error.kind = ErrorKind::Mismatch;
    error.what = Text::tr("This prediction cannot be explained");
    error.why = Text::tr("the network that made it (%1, SHA-256 %2…) was found in none of: %3")
                    .arg(model.value(QLatin1String("name")).toString(), sha256.left(12),
                         places.join(QStringLiteral(", ")));
    error.remedy = Text::tr("Put its weights back, or run the job again with the present network.");
    return error;
}

} // namespace WhiteBox
