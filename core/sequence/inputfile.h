// SPDX-License-Identifier: GPL-3.0-or-later
// How text of unknown origin enters the program: bounded in memory, never blocking, named for what it is when
// it is no text at all.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace WhiteBox {

/// Bytes of unpacked text that a reader takes at most.
inline constexpr qint64 kInputLimit = qint64(1) << 30;

/// What the bytes are ("PDF document", "Word document (.docx)") by their first kilobytes; empty for text.
QString describeBinary(QByteArrayView head);

/// The text without BOM, line ends as \n, UTF-16 turned into UTF-8. Fails: Parse, when it is empty or no
/// text; the message names the type found.
Result<QByteArray> cleanInputText(QByteArray raw, const QString &origin);

/// A file's clean text, unpacked when it is gzip. Directories, FIFOs and devices are refused without being
/// opened for reading. Fails: Io, Parse, Resources (more than limit bytes).
Result<QByteArray> loadInputText(const QString &path, qint64 limit = kInputLimit);

/// A file's bytes as they are, but unpacked when it is gzip; whatever they expand to, memory is bounded.
/// Refuses what loadInputText() refuses. Fails: Io, Resources (more than limit bytes).
Result<QByteArray> loadInputBytes(const QString &path, qint64 limit);

/// The first bytes of a file as they are, but unpacked when it is gzip: to tell what it holds. Fails: Io.
Result<QByteArray> loadInputHead(const QString &path, qint64 bytes);

/// Calls visit(number, line) for each line of clean text, numbers from 1; visit returns false to stop.
template <class Visitor>
void forEachLine(QByteArrayView text, Visitor &&visit)
{
    qint64 number = 0;
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = text.indexOf('\n', start);
        if (end < 0)
            end = text.size();
        if (!visit(++number, text.sliced(start, end - start)))
            return;
        start = end + 1;
    }
}

} // namespace WhiteBox
