// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/torchplugin.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLibrary>

namespace WhiteBox {

namespace {

const QString kPluginFile = QStringLiteral("libwhitebox-torch.so");

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TorchPlugin)
};

Error missing(const QString &why, const QString &remedy)
{
    return Error{ErrorKind::MissingTool, Text::tr("TorchScript networks cannot be opened"), why, remedy};
}

QStringList places()
{
    const QString named = qEnvironmentVariable("WHITEBOX_TORCH_PLUGIN");
    if (!named.isEmpty())
        return {named};
    return {QCoreApplication::applicationDirPath() + QStringLiteral("/../" WB_PLUGIN_INSTALL_DIR "/") +
                kPluginFile,
            QStringLiteral(WB_PLUGIN_BUILD_DIR "/") + kPluginFile};
}

Result<const TorchEngine *> load(const QString &path)
{
    QLibrary library(path);
    library.setLoadHints(QLibrary::PreventUnloadHint);
    if (!library.load())
        return missing(library.errorString(), Text::tr("Install LibTorch: apt install libtorch1.13."));
    const auto engine = reinterpret_cast<TorchEngineFunction>(library.resolve(kTorchEngineFunction));
    const TorchEngine *found = engine != nullptr ? engine(WHITEBOX_VERSION) : nullptr;
    if (found == nullptr)
        return missing(Text::tr("%1 belongs to another version of White Box").arg(path),
                       Text::tr("Install White Box again, or build all of it."));
    return found;
}

} // namespace

Result<const TorchEngine *> torchEngine()
{
    const QStringList tried = places();
    for (const QString &path : tried)
        if (QFileInfo::exists(path))
            return load(QFileInfo(path).canonicalFilePath());
    return missing(
        Text::tr("the plugin that holds LibTorch was not found: %1").arg(tried.join(QStringLiteral(", "))),
        Text::tr("Install the package whitebox-torch, or build White Box with LibTorch (cmake "
                 "-DWHITEBOX_TRAIN=ON)."));
}

} // namespace WhiteBox
