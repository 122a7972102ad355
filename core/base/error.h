// SPDX-License-Identifier: GPL-3.0-or-later
// What a user, a file or a tool can cause is an Error value; what only a bug can cause is an assertion.
#pragma once

#include <QString>
#include <QStringList>

namespace WhiteBox {

enum class ErrorKind {
    InvalidInput, ///< an argument or a sequence that cannot be worked with
    Parse,        ///< a file that does not follow its format
    Io,           ///< reading or writing failed
    MissingTool,  ///< an external program or database is not there
    ToolFailed,   ///< an external program ran and failed
    Resources,    ///< memory or disk would not suffice
    Mismatch,     ///< parts that do not belong together
    Unsupported,  ///< understood, but not possible here
    Cancelled,    ///< the user stopped it: never shown as an error
};

/// A failure in the three parts every message has: what happened, why, and what to do.
struct Error
{
    ErrorKind kind = ErrorKind::InvalidInput;
    QString what{};
    QString why{};
    QString remedy{};

    QString file{};        ///< the file concerned, or empty
    qint64 line = 0;       ///< 1-based line in it, 0 = none
    QStringList command{}; ///< the external command, program first, or empty
    int exitStatus = 0;    ///< of that command
    QString outputTail{};  ///< the last lines it printed on stderr

    bool isCancelled() const { return kind == ErrorKind::Cancelled; }
    /// "what: why. remedy", with file:line in front where there is one. One paragraph, for terminals and
    /// logs.
    QString text() const;

    static Error cancelled();
    /// For std::bad_alloc, which must not leave a thread.
    static Error outOfMemory();
    static Error parse(const QString &file, qint64 line, const QString &why, const QString &remedy = {});
    static Error io(const QString &file, const QString &what, const QString &why, const QString &remedy = {});
};

} // namespace WhiteBox
