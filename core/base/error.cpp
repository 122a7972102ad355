// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <QCoreApplication>

namespace WhiteBox {

QString Error::text() const
{
    QString place;
    if (!file.isEmpty())
        place = line > 0 ? QStringLiteral("%1:%2: ").arg(file).arg(line) : QStringLiteral("%1: ").arg(file);
    QStringList parts{place + what};
    if (!why.isEmpty())
        parts << why;
    QString text = parts.join(QStringLiteral(": "));
    if (text.isEmpty() || !QStringLiteral(".?!").contains(text.back()))
        text += QLatin1Char('.');
    if (!remedy.isEmpty())
        text += QLatin1Char(' ') + remedy;
    return text;
}

Error Error::outOfMemory()
{
    Error error;
    error.kind = ErrorKind::Resources;
    error.what = QCoreApplication::translate("Error", "Memory ran out");
    error.why = QCoreApplication::translate("Error", "the system has no more to give");
    error.remedy = QCoreApplication::translate(
        "Error", "Close other programs, or take a part of the protein (a domain).");
    return error;
}

Error Error::cancelled()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.what = QCoreApplication::translate("Error", "Cancelled");
    return error;
}

Error Error::parse(const QString &file, qint64 line, const QString &why, const QString &remedy)
{
    Error error;
    error.kind = ErrorKind::Parse;
    error.what = QCoreApplication::translate("Error", "The file could not be read");
    error.why = why;
    error.remedy = remedy;
    error.file = file;
    error.line = line;
    return error;
}

Error Error::io(const QString &file, const QString &what, const QString &why, const QString &remedy)
{
    Error error;
    error.kind = ErrorKind::Io;
    error.what = what;
    error.why = why;
    error.remedy = remedy;
    error.file = file;
    return error;
}

} // namespace WhiteBox
