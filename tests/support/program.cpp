// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include <QJsonDocument>
#include <QProcess>

#include <random>

namespace WhiteBox::Test {

QJsonObject Outcome::json() const
{
    return QJsonDocument::fromJson(output).object();
}

Outcome runProgram(const QString &program, const QStringList &arguments,
                   const QProcessEnvironment &environment, const QString &folder)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(200000))
        return {};
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {status, process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray smallAlignment()
{
    const QByteArray &query = kSmallQuery;
    const char *letters = "ACDEFGHIKLMNPQRSTVWY";
    std::mt19937 random(4);
    QByteArray text = query + "\n";
    for (int n = 0; n < 80; ++n) {
        QByteArray row = query;
        for (char &c : row)
            if (random() % 4 == 0)
                c = letters[random() % 20];
        row[n % 30] = '-'; // rows of one length without any gap would be sequences
        text += row + "\n";
    }
    return text;
}

} // namespace WhiteBox::Test
