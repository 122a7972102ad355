// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/savefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace WhiteBox {

ErrorKind kindOfWriteFailure(int errorNumber)
{
    const bool full = errorNumber == ENOSPC || errorNumber == EDQUOT || errorNumber == EFBIG;
    return full ? ErrorKind::Resources : ErrorKind::Io;
}

bool syncFolder(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && synced;
}

void clearWorkingName(const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink() || info.isFile())
        QFile::remove(path);
}

bool SaveFile::remember(bool done)
{
    if (done || m_failed)
        return done && !m_failed;
    m_errorNumber = errno;
    m_why = m_errorNumber == 0 ? errorString() : qt_error_string(m_errorNumber);
    m_failed = true;
    return false;
}

bool SaveFile::openForWriting()
{
    errno = 0;
    return remember(open(QIODevice::WriteOnly));
}

bool SaveFile::put(const char *data, qint64 size)
{
    if (!isOpen())
        return false;
    errno = 0;
    return remember(write(data, size) == size && flush());
}

bool SaveFile::finish()
{
    if (!isOpen())
        return false;
    if (m_failed)
        cancelWriting();
    errno = 0;
    return remember(commit());
}

Error SaveFile::failure(const QString &what) const
{
    Error error = Error::io(fileName(), what, m_why);
    error.kind = kindOfWriteFailure(m_errorNumber);
    error.remedy = error.kind == ErrorKind::Resources
                       ? QCoreApplication::translate("SaveFile", "Free some space, or choose another folder.")
                       : QCoreApplication::translate("SaveFile", "Choose a folder that you may write to.");
    return error;
}

} // namespace WhiteBox
