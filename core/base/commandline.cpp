// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/commandline.h"

namespace WhiteBox {

static QString shellWord(const QString &word)
{
    static const QString plain = QStringLiteral("-_./=:,+@%");
    for (const QChar c : word)
        if (!c.isLetterOrNumber() && !plain.contains(c))
            return QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QStringLiteral("'\\''")) +
                   QLatin1Char('\'');
    return word.isEmpty() ? QStringLiteral("''") : word;
}

QString commandLine(const QStringList &command)
{
    QStringList words;
    for (const QString &word : command)
        words << shellWord(word);
    return words.join(QLatin1Char(' '));
}

} // namespace WhiteBox
