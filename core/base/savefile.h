// SPDX-License-Identifier: GPL-3.0-or-later
// A file that appears under its name when it is whole, and that can say why it could not be written:
// QSaveFile::commit() forgets that ("Unknown error").
#pragma once

#include "core/base/result.h"

#include <QSaveFile>

namespace WhiteBox {

/// Resources where the disk is full (or a quota, or the limit of a file's size is reached), else Io.
ErrorKind kindOfWriteFailure(int errorNumber);

/// Waits until the disk has the folder's list of names: what was made or renamed in it outlives a power
/// failure only then. False where the system refuses.
bool syncFolder(const QString &path);

/// Removes a file or link that lies at a working name, which is created anew then: what others had put there
/// would be written through. Nothing else is touched.
void clearWorkingName(const QString &path);

class SaveFile : public QSaveFile
{
public:
    using QSaveFile::QSaveFile;

    /// Opens for writing. False on failure.
    bool openForWriting();
    /// Hands the bytes to the system at once, which tells of a full disk only then. False on failure.
    bool put(const char *data, qint64 size);
    bool put(const QByteArray &bytes) { return put(bytes.constData(), bytes.size()); }
    /// Gives the file its name; false when anything failed before.
    bool finish();
    /// Of the first failure. Kind Io or Resources.
    Error failure(const QString &what) const;

private:
    bool remember(bool done);

    bool m_failed = false;
    int m_errorNumber = 0;
    QString m_why;
};

} // namespace WhiteBox
