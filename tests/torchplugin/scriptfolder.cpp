// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the fixtures that knows nothing of LibTorch.
#include "core/attribution/torchplugin.h"
#include "tests/support/referencenet.h"
#include "tests/torchplugin/scriptfixtures.h"

#include <QFile>

#include <algorithm>

namespace WhiteBox::Test {

namespace {

TorchScript valueOf(Result<TorchScript> script)
{
    if (!script.isOk())
        qFatal("%s", qPrintable(script.error().text()));
    return std::move(script).value();
}

} // namespace

QByteArray ScriptFolder::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<TorchScript> ScriptFolder::loadBytes(const QByteArray &bytes, const OutputMeaning &meaning)
{
    const auto engine = torchEngine();
    return engine.isOk() ? engine.value()->load(bytes, QStringLiteral("net.pt"), meaning)
                         : Result<TorchScript>(engine.error());
}

QString ScriptFolder::path()
{
    return m_folder.filePath(QStringLiteral("%1.pt").arg(++m_count));
}

Result<TorchScript> ScriptFolder::tryScript(const std::vector<ScriptTensor> &tensors, const std::string &body,
                                            const OutputMeaning &meaning)
{
    const QString file = path();
    if (!saveScript(file, tensors, body))
        qFatal("no script");
    return loadBytes(contentOf(file), meaning);
}

TorchScript ScriptFolder::load(const QString &path, const OutputMeaning &meaning)
{
    return valueOf(loadBytes(contentOf(path), meaning));
}

TorchScript ScriptFolder::script(const std::vector<ScriptTensor> &tensors, const std::string &body,
                                 const OutputMeaning &meaning)
{
    return valueOf(tryScript(tensors, body, meaning));
}

InputStack randomInput(int length, unsigned seed)
{
    return InputStack::fromDense(length, randomDense(length, seed));
}

float largestOf(const std::vector<float> &values)
{
    float largest = 0;
    for (const float value : values)
        largest = std::max(largest, std::abs(value));
    return largest;
}

} // namespace WhiteBox::Test
