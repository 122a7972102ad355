// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/toolinfo.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

namespace WhiteBox {

namespace {

struct Tools
{
    Q_DECLARE_TR_FUNCTIONS(Tools)
};

Error missing(const QString &program)
{
    Error error;
    error.kind = ErrorKind::MissingTool;
    error.what = Tools::tr("jackhmmer was not found");
    error.why = program.isEmpty() ? Tools::tr("it is not in any folder of PATH")
                                  : Tools::tr("%1 is no program that can be run").arg(program);
    error.remedy = Tools::tr("Install it (apt-get install hmmer), or set its path.");
    return error;
}

} // namespace

Result<QString> findJackhmmer(const QString &program)
{
    const QString wanted = program.isEmpty() ? QStringLiteral("jackhmmer") : program;
    const QString path = QStandardPaths::findExecutable(wanted);
    return path.isEmpty() ? Result<QString>(missing(program))
                          : Result<QString>(QFileInfo(path).absoluteFilePath());
}

Result<ToolInfo> checkJackhmmer(const QString &program)
{
    const Result<QString> path = findJackhmmer(program);
    if (!path.isOk())
        return path.error();
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(path.value(), {QStringLiteral("-h")}, QIODevice::ReadOnly);
    constexpr int kPatience = 5000;
    const bool ended = process.waitForFinished(kPatience);
    if (!ended)
        process.kill();
    const QString output = QString::fromUtf8(process.readAllStandardOutput().left(4096));
    static const QRegularExpression version(QStringLiteral("^# (HMMER [^;\\n]+)"),
                                            QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = version.match(output);
    if (!ended || !output.contains(QLatin1String("jackhmmer")) || !match.hasMatch()) {
        Error error = missing(path.value());
        error.kind = ErrorKind::ToolFailed;
        error.what = Tools::tr("The program is not jackhmmer");
        error.why = Tools::tr("%1 -h does not answer as HMMER's jackhmmer does").arg(path.value());
        error.command = QStringList{path.value(), QStringLiteral("-h")};
        error.exitStatus = process.exitCode();
        return error;
    }
    return ToolInfo{path.value(), match.captured(1).trimmed()};
}

} // namespace WhiteBox
