// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/sequencedatabase.h"

#include "core/sequence/inputfile.h"
#include "core/sequence/queryresidues.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <optional>

namespace WhiteBox {

namespace {

struct SequenceDatabase
{
    Q_DECLARE_TR_FUNCTIONS(SequenceDatabase)
};

constexpr qint64 kSample = qint64(4) << 20;

QString otherDatabase()
{
    return SequenceDatabase::tr("Set the path of a FASTA file of protein sequences.");
}

Error noDatabase()
{
    Error error;
    error.kind = ErrorKind::MissingTool;
    error.what = SequenceDatabase::tr("There is no database to search");
    error.why = SequenceDatabase::tr("none is set");
    error.remedy = otherDatabase();
    return error;
}

struct Sample
{
    qint64 sequences = 0;
    std::string letters;
    std::optional<Error> error;
};

/// jackhmmer stops at the first digit, gap or other sign that is no residue.
qsizetype firstRefused(QByteArrayView line)
{
    for (qsizetype k = 0; k < line.size(); ++k) {
        const char c = line[k];
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!letter && c != '*' && c != ' ' && c != '\t')
            return k;
    }
    return -1;
}

Sample takeSample(const QByteArray &text, const QString &path)
{
    constexpr std::size_t kLetters = 100000;
    Sample sample;
    forEachLine(text, [&](qint64 number, QByteArrayView line) {
        const QByteArrayView row = line.trimmed();
        if (row.startsWith('>')) {
            ++sample.sequences;
        } else if (sample.sequences == 0 && !row.isEmpty()) {
            sample.error = Error::parse(path, number, SequenceDatabase::tr("a FASTA file begins with “>”"),
                                        otherDatabase());
        } else if (const qsizetype bad = firstRefused(row); bad >= 0) {
            sample.error = Error::parse(
                path, number,
                SequenceDatabase::tr("jackhmmer refuses the sign “%1”").arg(QLatin1Char(row[bad])),
                SequenceDatabase::tr("The database must hold unaligned sequences."));
        } else if (sample.letters.size() < kLetters) {
            sample.letters.append(row.data(), std::size_t(row.size()));
        }
        return !sample.error;
    });
    return sample;
}

Result<QByteArray> plainHead(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(path, SequenceDatabase::tr("The database cannot be read"), file.errorString(),
                         otherDatabase());
    const QByteArray head = file.read(kSample);
    if (head.startsWith("\x1f\x8b"))
        return Error::parse(
            path, 0, SequenceDatabase::tr("the database is compressed, but jackhmmer reads it several times"),
            SequenceDatabase::tr("Unpack it first: gunzip %1").arg(QFileInfo(path).fileName()));
    if (head.startsWith("\xef\xbb\xbf"))
        return Error::parse(path, 1, SequenceDatabase::tr("a byte order mark, which jackhmmer refuses"),
                            SequenceDatabase::tr("Save the file as plain ASCII."));
    Result<QByteArray> text = cleanInputText(head, path);
    if (text.isOk())
        return text;
    Error error = std::move(text).error(); // its remedy is for a query
    error.remedy = otherDatabase();
    return error;
}

Result<DatabaseInfo> examine(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return Error::io(path, SequenceDatabase::tr("The database is not there"),
                         SequenceDatabase::tr("no such file"), otherDatabase());
    if (!file.isFile())
        return Error::io(path, SequenceDatabase::tr("The database cannot be read"),
                         SequenceDatabase::tr("it is not a file"), otherDatabase());
    const Result<QByteArray> head = plainHead(path);
    if (!head.isOk())
        return head.error();
    const Sample sample = takeSample(head.value(), path);
    if (sample.error)
        return *sample.error;
    if (sample.sequences == 0 || sample.letters.empty())
        return Error::parse(path, 0, SequenceDatabase::tr("there are no sequences in it"), otherDatabase());
    if (looksLikeNucleotides(sample.letters))
        return Error::parse(path, 0, SequenceDatabase::tr("the database holds DNA or RNA, not proteins"),
                            otherDatabase());
    DatabaseInfo info;
    info.path = file.canonicalFilePath();
    info.bytes = file.size();
    info.modified = file.lastModified().toUTC();
    info.exact = info.bytes <= kSample;
    info.sequences = info.exact ? sample.sequences
                                : qint64(double(sample.sequences) * double(info.bytes) / double(kSample));
    return info;
}

} // namespace

Result<DatabaseInfo> checkDatabase(const QString &path)
{
    if (path.isEmpty())
        return noDatabase();
    Result<DatabaseInfo> info = examine(path);
    if (info.isOk())
        return info;
    Error error = std::move(info).error();
    if (error.kind == ErrorKind::Parse)
        error.what = SequenceDatabase::tr("The database cannot be searched");
    error.kind = ErrorKind::MissingTool; // whatever is wrong with it, there is none to search
    return error;
}

Result<DatabaseCount> countDatabase(const QString &path, const StopToken &stop)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return Error::io(path, SequenceDatabase::tr("The database cannot be read"), file.errorString(),
                         otherDatabase());
    DatabaseCount count;
    char before = '\n';
    bool header = false;
    for (QByteArray chunk = file.read(kSample); !chunk.isEmpty(); chunk = file.read(kSample)) {
        if (stop.stop_requested())
            return Error::cancelled();
        for (const char c : chunk) {
            if (before == '\n')
                header = c == '>';
            count.sequences += header && before == '\n' ? 1 : 0;
            count.residues += !header && c >= 'A' ? 1 : 0; // letters; 'a' comes after 'A'
            before = c;
        }
    }
    return count;
}

} // namespace WhiteBox
