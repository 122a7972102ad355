// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/blastdatabase.h"

#include <QCoreApplication>
#include <QtEndian>

#include <string_view>

namespace WhiteBox {

namespace {

struct Blast
{
    Q_DECLARE_TR_FUNCTIONS(BlastDatabase)
};

/// NCBIstdaa; 0 is a gap and ends a sequence.
constexpr std::string_view kLetters = "-ABCDEFGHIKLMNPQRSTVWXYZU*OJ";

Error malformed(const QString &path, const QString &why)
{
    return Error::parse(path, 0, why, Blast::tr("Install its package again."));
}

qint64 numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

/// The first VisibleString of a title's ASN.1 (BER); empty where there is none. Its tag comes after nothing
/// but opened structures of unlimited length.
QByteArrayView visibleString(QByteArrayView record)
{
    constexpr char kUnlimited = char(0x80);
    qsizetype at = 0;
    while (at + 1 < record.size() && record[at] != 0x1a && record[at + 1] == kUnlimited)
        at += 2;
    if (at + 1 >= record.size() || record[at] != 0x1a)
        return {};
    qsizetype length = quint8(record[at + 1]);
    at += 2;
    if (length > 0x80) { // the length's own length
        qsizetype bytes = length - 0x80;
        if (bytes > 4 || at + bytes > record.size())
            return {};
        for (length = 0; bytes > 0; --bytes)
            length = length * 256 + quint8(record[at++]);
    }
    return at + length <= record.size() ? record.sliced(at, length) : QByteArrayView();
}

} // namespace

Result<BlastDatabase::Part> BlastDatabase::map(const QString &path)
{
    Part part;
    part.file = std::make_shared<QFile>(path);
    if (!part.file->open(QIODevice::ReadOnly))
        return Error::io(path, Blast::tr("The database cannot be read"), part.file->errorString(),
                         Blast::tr("Install its package again."));
    const qint64 size = part.file->size();
    const uchar *bytes = size > 0 ? part.file->map(0, size) : nullptr;
    if (!bytes)
        return malformed(path, Blast::tr("the file is empty"));
    part.bytes = QByteArrayView(bytes, size);
    return part;
}

Result<BlastDatabase> BlastDatabase::open(const QString &base)
{
    BlastDatabase database;
    const std::pair<Part *, const char *> parts[] = {
        {&database.m_index, ".pin"}, {&database.m_titles, ".phr"}, {&database.m_letters, ".psq"}};
    for (const auto &[part, suffix] : parts) {
        auto mapped = map(base + QLatin1String(suffix));
        if (!mapped.isOk())
            return mapped.error();
        *part = std::move(mapped).value();
    }
    if (auto index = database.readIndex(); !index.isOk())
        return index.error();
    return database;
}

Result<void> BlastDatabase::readIndex()
{
    const QByteArrayView bytes = m_index.bytes;
    const QString path = m_index.file->fileName();
    qsizetype at = 8; // after version and kind
    if (bytes.size() < at || numberAt(bytes, 0) != 4 || numberAt(bytes, 4) != 1)
        return malformed(path, Blast::tr("this is no protein database of BLAST's version 4"));
    for (int text = 0; text < 2; ++text) { // title and time
        if (at + 4 > bytes.size())
            return malformed(path, Blast::tr("the file ends too early"));
        at += 4 + qsizetype(numberAt(bytes, at));
    }
    constexpr qsizetype kCounts = 16;
    if (at + kCounts > bytes.size())
        return malformed(path, Blast::tr("the file ends too early"));
    const qint64 count = numberAt(bytes, at);
    m_residues = qFromLittleEndian<qint64>(bytes.data() + at + 4); // the one number that is not big-endian
    m_titleOffsets = at + kCounts;
    m_letterOffsets = m_titleOffsets + 4 * (count + 1);
    if (m_letterOffsets + 4 * (count + 1) > bytes.size())
        return malformed(path, Blast::tr("the file ends too early"));
    m_count = int(count);
    return {};
}

QByteArrayView BlastDatabase::slice(const Part &part, qsizetype table, int k) const
{
    const qint64 from = numberAt(m_index.bytes, table + 4 * qsizetype(k));
    const qint64 to = numberAt(m_index.bytes, table + 4 * (qsizetype(k) + 1));
    return from <= to && to <= part.bytes.size() ? part.bytes.sliced(from, to - from) : QByteArrayView();
}

Result<BlastDatabase::Record> BlastDatabase::record(int k) const
{
    Record record;
    record.title = visibleString(slice(m_titles, m_titleOffsets, k)).toByteArray();
    const QByteArrayView codes = slice(m_letters, m_letterOffsets, k);
    if (record.title.isEmpty())
        return malformed(m_titles.file->fileName(), Blast::tr("record %1 has no title").arg(k + 1));
    if (codes.isEmpty()) // even one without residues has its end
        return malformed(m_letters.file->fileName(), Blast::tr("the file ends too early"));
    record.residues.reserve(codes.size());
    for (const char code : codes.chopped(1)) {
        if (code <= 0 || std::size_t(code) >= kLetters.size())
            return malformed(m_letters.file->fileName(),
                             Blast::tr("record %1 holds what is no residue").arg(k + 1));
        record.residues += kLetters[std::size_t(code)];
    }
    return record;
}

} // namespace WhiteBox
