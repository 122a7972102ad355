// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence/inputfile.h"

#include "core/base/filenode.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace WhiteBox {

namespace {

struct InputFile
{
    Q_DECLARE_TR_FUNCTIONS(InputFile)
};

struct Magic
{
    QByteArrayView bytes;
    const char *name;
};

/// Beginnings that no text has.
constexpr std::array kMagics = {
    Magic{"\x89PNG", QT_TRANSLATE_NOOP("InputFile", "PNG image")},
    Magic{"\xff\xd8\xff", QT_TRANSLATE_NOOP("InputFile", "JPEG image")},
    Magic{"GIF8", QT_TRANSLATE_NOOP("InputFile", "GIF image")},
    Magic{"%PDF", QT_TRANSLATE_NOOP("InputFile", "PDF document")},
    Magic{"%!PS", QT_TRANSLATE_NOOP("InputFile", "PostScript document")},
    Magic{"{\\rtf", QT_TRANSLATE_NOOP("InputFile", "RTF document")},
    Magic{"\xd0\xcf\x11\xe0", QT_TRANSLATE_NOOP("InputFile", "Microsoft Office document")},
    Magic{"\x7f"
          "ELF",
          QT_TRANSLATE_NOOP("InputFile", "program")},
    Magic{"\x89HDF", QT_TRANSLATE_NOOP("InputFile", "HDF5 file")},
    Magic{"SQLite format 3", QT_TRANSLATE_NOOP("InputFile", "SQLite database")},
    Magic{"\x93NUMPY", QT_TRANSLATE_NOOP("InputFile", "NumPy array")},
    Magic{"\x1f\x8b", QT_TRANSLATE_NOOP("InputFile", "gzip archive")},
    Magic{"BZh", QT_TRANSLATE_NOOP("InputFile", "bzip2 archive")},
    Magic{"\xfd"
          "7zXZ",
          QT_TRANSLATE_NOOP("InputFile", "xz archive")},
    Magic{"\x28\xb5\x2f\xfd", QT_TRANSLATE_NOOP("InputFile", "zstd archive")},
    Magic{"7z\xbc\xaf", QT_TRANSLATE_NOOP("InputFile", "7-Zip archive")},
    Magic{"Rar!", QT_TRANSLATE_NOOP("InputFile", "RAR archive")},
};

/// Beginnings that a protein could have too: they count only in what is binary.
constexpr std::array kWeakMagics = {
    Magic{"BM", QT_TRANSLATE_NOOP("InputFile", "BMP image")},
    Magic{"II*", QT_TRANSLATE_NOOP("InputFile", "TIFF image")},
    Magic{"MM", QT_TRANSLATE_NOOP("InputFile", "TIFF image")},
    Magic{"RIFF", QT_TRANSLATE_NOOP("InputFile", "media file")},
    Magic{"MZ", QT_TRANSLATE_NOOP("InputFile", "Windows program")},
};

QString zipKind(QByteArrayView head)
{
    const QByteArray bytes = QByteArray::fromRawData(head.data(), head.size());
    if (bytes.contains("opendocument.text"))
        return InputFile::tr("OpenDocument text (.odt)");
    if (bytes.contains("opendocument"))
        return InputFile::tr("OpenDocument file");
    if (bytes.contains("word/"))
        return InputFile::tr("Word document (.docx)");
    if (bytes.contains("xl/"))
        return InputFile::tr("Excel workbook (.xlsx)");
    if (bytes.contains("ppt/"))
        return InputFile::tr("PowerPoint presentation (.pptx)");
    if (bytes.contains("[Content_Types].xml"))
        return InputFile::tr("Microsoft Office document");
    return InputFile::tr("ZIP archive");
}

bool looksLikeHtml(QByteArrayView head)
{
    const QByteArray start =
        head.first(std::min<qsizetype>(head.size(), 256)).toByteArray().trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

/// UTF-16 with a BOM, as some editors save "Unicode text".
bool isUtf16(QByteArrayView text)
{
    return text.size() >= 2 && (text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff"));
}

Error notReadable(const QString &path, const QString &why, const QString &remedy)
{
    return Error::io(path, InputFile::tr("The file cannot be read"), why, remedy);
}

Error notThere(const QString &path, int number)
{
    // Bytes that are no UTF-8 were lost on the way: the file may well be there.
    if (path.contains(QChar(QChar::ReplacementCharacter)))
        return notReadable(path, InputFile::tr("its name is not UTF-8"),
                           InputFile::tr("Rename the file or its folder."));
    return notReadable(path, QString::fromLocal8Bit(std::strerror(number)),
                       InputFile::tr("Check the name and who may read the folder."));
}

/// Opens for reading; nothing but a regular file is ever waited for.
Result<int> openRegular(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat node = {};
    if (::stat(name.constData(), &node) != 0)
        return notThere(path, errno);
    QString why = describeNode(node);
    if (!why.isEmpty())
        return notReadable(path, why, InputFile::tr("Name a file."));
    // The node may have been exchanged since: O_NONBLOCK keeps the open from waiting for a pipe's writer.
    const int handle = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (handle < 0)
        return notReadable(path, QString::fromLocal8Bit(std::strerror(errno)),
                           InputFile::tr("Check who may read it."));
    if (::fstat(handle, &node) == 0)
        why = describeNode(node);
    if (!why.isEmpty()) {
        ::close(handle);
        return notReadable(path, why, InputFile::tr("Name a file."));
    }
    return handle;
}

/// Up to limit bytes, unpacked when gzip; whether there is more is told by `more`.
Result<QByteArray> readUpTo(const QString &path, qint64 limit, bool *more)
{
    const Result<int> handle = openRegular(path);
    if (!handle.isOk())
        return handle.error();
    gzFile file = ::gzdopen(handle.value(), "rb");
    if (!file) {
        ::close(handle.value());
        return notReadable(path, InputFile::tr("out of memory"), InputFile::tr("Close other programs."));
    }
    QByteArray bytes;
    constexpr qint64 kChunk = 1 << 20;
    int got = 0;
    do {
        const qint64 wanted = std::min(kChunk, limit + 1 - bytes.size());
        const qsizetype old = bytes.size();
        bytes.resize(old + wanted);
        got = ::gzread(file, bytes.data() + old, unsigned(wanted));
        bytes.resize(old + std::max(got, 0));
    } while (got > 0 && bytes.size() <= limit);
    const bool damaged = got < 0 || (::gzclose(file) != Z_OK && got == 0);
    if (got < 0)
        ::gzclose(file);
    if (damaged)
        return notReadable(
            path, InputFile::tr("its compressed data are damaged or cut off"),
            InputFile::tr("Get the file again, or unpack it with gunzip to see how far it goes."));
    *more = bytes.size() > limit;
    bytes.truncate(limit);
    return bytes;
}

} // namespace

QString describeBinary(QByteArrayView head)
{
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return zipKind(head);
    for (const Magic &magic : kMagics)
        if (head.startsWith(magic.bytes))
            return InputFile::tr(magic.name);
    if (looksLikeHtml(head))
        return InputFile::tr("web page (HTML)");
    if (isUtf16(head) || !head.first(std::min<qsizetype>(head.size(), 65536)).contains('\0'))
        return {};
    for (const Magic &magic : kWeakMagics)
        if (head.startsWith(magic.bytes))
            return InputFile::tr(magic.name);
    return InputFile::tr("binary file");
}

Result<QByteArray> cleanInputText(QByteArray raw, const QString &origin)
{
    const QString binary = describeBinary(raw);
    if (!binary.isEmpty())
        return Error::parse(origin, 0, InputFile::tr("this is not text but a %1").arg(binary),
                            InputFile::tr("Save its text as plain text (.txt or .fasta) and open that."));
    if (isUtf16(raw)) {
        QStringDecoder decode(QStringDecoder::Utf16);
        const QString text = decode(raw);
        raw = text.toUtf8();
    }
    if (raw.startsWith("\xef\xbb\xbf"))
        raw.remove(0, 3);
    if (raw.contains('\r')) {
        raw.replace("\r\n", "\n");
        raw.replace('\r', '\n');
    }
    if (raw.contains('\0'))
        return Error::parse(origin, 0, InputFile::tr("this is not text: it holds zero bytes"),
                            InputFile::tr("Save its text as plain text (.txt or .fasta) and open that."));
    const bool blank =
        std::all_of(raw.cbegin(), raw.cend(), [](char c) { return c == ' ' || (c >= 9 && c <= 13); });
    if (blank)
        return Error::parse(origin, 0, InputFile::tr("there is nothing in it"),
                            InputFile::tr("Give a sequence in FASTA format, or an alignment."));
    return raw;
}

Result<QByteArray> loadInputBytes(const QString &path, qint64 limit)
{
    bool more = false;
    Result<QByteArray> bytes = readUpTo(path, limit, &more);
    if (!bytes.isOk())
        return bytes;
    if (more) {
        Error error = Error::io(path, InputFile::tr("The file is too large"),
                                InputFile::tr("it holds more than %1 MiB").arg(limit >> 20),
                                InputFile::tr("Give one protein's file, not a whole database."));
        error.kind = ErrorKind::Resources;
        return error;
    }
    return bytes;
}

Result<QByteArray> loadInputText(const QString &path, qint64 limit)
{
    Result<QByteArray> bytes = loadInputBytes(path, limit);
    return bytes.isOk() ? cleanInputText(std::move(bytes).value(), path) : bytes;
}

Result<QByteArray> loadInputHead(const QString &path, qint64 bytes)
{
    bool more = false;
    return readUpTo(path, bytes, &more);
}

} // namespace WhiteBox
