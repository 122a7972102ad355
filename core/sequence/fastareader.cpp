// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence/fastareader.h"

#include "core/sequence/inputfile.h"
#include "core/sequence/queryresidues.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace WhiteBox {

namespace {

struct FastaReader
{
    Q_DECLARE_TR_FUNCTIONS(FastaReader)
};

constexpr int kLongestName = 200;

/// A record as it stands in the text.
struct RawRecord
{
    bool hasHeader = false;
    QString header;      ///< without '>'
    qint64 line = 0;     ///< of the header, or the first of the residues
    std::string symbols; ///< letters and - . * : / in their order
    int lines = 0;       ///< with residues
    int digits = 0;
    int blanks = 0;    ///< inside lines
    QString badSymbol; ///< the first that belongs in no sequence, or empty
    qint64 badLine = 0;
    qint64 badColumn = 0; ///< 1-based, in bytes
};

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

/// Text copied from web pages and word processors carries blanks that are no ASCII.
QByteArray withPlainBlanks(QByteArray text)
{
    const bool ascii = std::all_of(text.cbegin(), text.cend(), [](char c) { return (c & 0x80) == 0; });
    if (ascii)
        return text;
    for (const char *blank : {"\xc2\xa0", "\xe2\x80\x8b", "\xe2\x80\x89", "\xe2\x80\xaf", "\xef\xbb\xbf"})
        text.replace(blank, " ");
    return text;
}

void readResidues(RawRecord &record, qint64 number, QByteArrayView line)
{
    const QByteArrayView trimmed = line.trimmed();
    const qsizetype indent = trimmed.isEmpty() ? 0 : trimmed.data() - line.data();
    ++record.lines;
    for (qsizetype k = 0; k < trimmed.size(); ++k) {
        const char c = trimmed[k];
        if (isLetter(c) || std::string_view("-.*:/").find(c) != std::string_view::npos) {
            record.symbols.push_back(c);
        } else if (c >= '0' && c <= '9') {
            ++record.digits;
        } else if (isBlank(c)) {
            ++record.blanks;
        } else if (record.badSymbol.isEmpty()) {
            // A whole UTF-8 character where there is one, for the message.
            const QString rest =
                QString::fromUtf8(trimmed.sliced(k).first(std::min<qsizetype>(4, trimmed.size() - k)));
            record.badSymbol = rest.left(1);
            record.badLine = number;
            record.badColumn = indent + k + 1;
        }
    }
}

/// GenBank and UniProt entries as FASTA, line for line, so that line numbers stay true.
QByteArray withoutAnnotation(const QByteArray &text)
{
    const bool genBank = text.startsWith("LOCUS ") && text.contains("\nORIGIN");
    const bool uniProt = text.startsWith("ID  ") && text.contains("\nSQ  ");
    if (!genBank && !uniProt)
        return text;
    QByteArray fasta;
    bool inSequence = false;
    forEachLine(text, [&](qint64, QByteArrayView line) {
        if (line.startsWith(genBank ? QByteArrayView("LOCUS ") : QByteArrayView("ID  "))) {
            const QList<QByteArray> words = line.toByteArray().simplified().split(' ');
            fasta += ">" + (words.size() > 1 ? words[1] : QByteArray());
            inSequence = false;
        } else if (line.startsWith("ORIGIN") || line.startsWith("SQ  ")) {
            inSequence = true;
        } else if (line.startsWith("//")) {
            inSequence = false;
        } else if (inSequence) {
            fasta += line;
        }
        fasta += '\n';
        return true;
    });
    return fasta;
}

/// Lines that carry no residues: comments of old FASTA files, and the frame of a sequence cut from a GenBank
/// entry.
bool isFrameLine(QByteArrayView trimmed)
{
    return trimmed.isEmpty() || trimmed.startsWith(';') || trimmed == "//" || trimmed == "ORIGIN";
}

std::vector<RawRecord> scanRecords(const QByteArray &text)
{
    std::vector<RawRecord> records;
    forEachLine(text, [&](qint64 number, QByteArrayView line) {
        const QByteArrayView trimmed = line.trimmed();
        if (trimmed.startsWith('>')) {
            RawRecord record;
            record.hasHeader = true;
            record.line = number;
            // NCBI joins the headers of identical proteins by ^A: the first one names the record.
            const qsizetype joint = trimmed.indexOf('\x01');
            record.header =
                QString::fromUtf8(joint < 0 ? trimmed.sliced(1) : trimmed.sliced(1, joint - 1)).trimmed();
            records.push_back(std::move(record));
        } else if (!isFrameLine(trimmed)) {
            if (records.empty()) {
                records.emplace_back();
                records.back().line = number;
            }
            readResidues(records.back(), number, line);
        }
        return records.size() <= std::size_t(kMostQueries);
    });
    return records;
}

/// Where the sequence begins in a header that swallowed it: the last word, when it can be nothing else. −1:
/// nowhere.
qsizetype sequenceInHeader(const QString &header)
{
    const qsizetype start = header.lastIndexOf(QLatin1Char(' ')) + 1;
    const QString word = header.sliced(start);
    const bool letters = std::all_of(word.cbegin(), word.cend(), [](QChar c) {
        return (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) || c == QLatin1Char('*') ||
               c == QLatin1Char('-');
    });
    return letters && word.size() >= 20 ? start : -1;
}

bool hasSeveralChains(const std::string &symbols)
{
    return symbols.find_first_of(":/") != std::string::npos;
}

FastaQuestion questionAbout(const RawRecord &record, const FastaOptions &options)
{
    if (!record.badSymbol.isEmpty())
        return FastaQuestion::None;
    if (record.symbols.empty())
        return sequenceInHeader(record.header) >= 0 && !options.splitHeader ? FastaQuestion::SplitHeader
                                                                            : FastaQuestion::None;
    if (hasSeveralChains(record.symbols) && options.chain == 0)
        return FastaQuestion::Chain;
    return record.symbols.find_first_of("-.") == std::string::npos || options.removeGaps
               ? FastaQuestion::None
               : FastaQuestion::Alignment;
}

QString printable(QString text)
{
    for (QChar &c : text)
        if (!c.isPrint())
            c = QLatin1Char('_');
    return text.left(kLongestName);
}

Sequence nameOf(const RawRecord &record, const QString &origin, QStringList *notices)
{
    Sequence sequence;
    const QString header = record.header.simplified();
    const qsizetype space = header.indexOf(QLatin1Char(' '));
    sequence.name = printable(space < 0 ? header : header.left(space));
    sequence.description = space < 0 ? QString() : printable(header.sliced(space + 1));
    if (!sequence.name.isEmpty())
        return sequence;
    sequence.name = printable(QFileInfo(origin).completeBaseName().simplified());
    sequence.name.replace(QLatin1Char(' '), QLatin1Char('_'));
    if (sequence.name.isEmpty())
        sequence.name = QStringLiteral("query");
    *notices << (record.hasHeader ? FastaReader::tr("The header has no name; it was called “%1”.")
                                  : FastaReader::tr("There is no header line; the sequence was called “%1”."))
                    .arg(sequence.name);
    if (!record.hasHeader && record.lines > 1)
        *notices << FastaReader::tr("Its %1 lines were joined to one sequence of %2 residues.")
                        .arg(record.lines)
                        .arg(record.symbols.size());
    return sequence;
}

Error headerWithoutSequence(const RawRecord &record, const QString &name)
{
    const bool splittable = sequenceInHeader(record.header) >= 0;
    return Error::parse(name, record.line, FastaReader::tr("header found but no sequence"),
                        splittable
                            ? FastaReader::tr("The header line seems to hold the sequence too: put the "
                                              "sequence on a line of its own.")
                            : FastaReader::tr("Put the residues on the lines below the header."));
}

/// Takes one of the chains joined by ':' out of the record.
Result<void> pickChain(RawRecord &record, const QString &name, int chain, QStringList *notices)
{
    std::replace(record.symbols.begin(), record.symbols.end(), '/', ':');
    std::vector<std::string> chains(1);
    for (const char c : record.symbols)
        c == ':' ? void(chains.emplace_back()) : chains.back().push_back(c);
    std::erase_if(chains, [](const std::string &c) { return c.empty(); });
    const int count = int(chains.size());
    if (count > 1 && (chain < 1 || chain > count)) {
        Error error = Error::parse(
            name, record.line,
            FastaReader::tr("%1 chains joined by “:”, but one chain only can be predicted").arg(count),
            FastaReader::tr("Choose one chain (1 to %1), or give each a record of its own.").arg(count));
        error.kind = ErrorKind::Unsupported;
        return error;
    }
    if (count > 1)
        *notices << FastaReader::tr("Chain %1 of %2 was taken.").arg(chain).arg(count);
    record.symbols = chains.empty() ? std::string() : chains[std::size_t(count > 1 ? chain - 1 : 0)];
    return {};
}

Result<void> removeGaps(RawRecord &record, const QString &name, bool allowed, QStringList *notices)
{
    const std::size_t before = record.symbols.size();
    const std::size_t first = record.symbols.find_first_of("-.");
    if (first == std::string::npos)
        return {};
    if (!allowed)
        return Error::parse(
            name, record.line, FastaReader::tr("a gap at position %1: is this an alignment?").arg(first + 1),
            FastaReader::tr("Import it as an alignment (two rows or more), or remove the gaps."));
    std::erase_if(record.symbols, [](char c) { return c == '-' || c == '.'; });
    *notices << FastaReader::tr("%1 gaps were removed.").arg(before - record.symbols.size());
    return {};
}

Result<void> removeStops(RawRecord &record, const QString &name, QStringList *notices)
{
    if (record.symbols.ends_with('*')) {
        record.symbols.resize(record.symbols.find_last_not_of('*') + 1);
        *notices << FastaReader::tr("The “*” at the end was removed.");
    }
    const std::size_t stop = record.symbols.find('*');
    if (stop == std::string::npos)
        return {};
    return Error::parse(name, record.line,
                        FastaReader::tr("a stop (“*”) inside the sequence, at position %1").arg(stop + 1),
                        FastaReader::tr("Give the sequence of one protein, without stops inside."));
}

Result<void> checkLength(const std::string &residues, const RawRecord &record, const QString &name,
                         QStringList *notices)
{
    const int length = int(std::min<std::size_t>(residues.size(), kLongestQuery + 1));
    Error error;
    error.file = name;
    error.line = record.line;
    if (length < kShortestQuery) {
        error.what = FastaReader::tr("The sequence is too short");
        error.why = FastaReader::tr("%1 residues, at least %2 are needed").arg(length).arg(kShortestQuery);
        error.remedy = FastaReader::tr("Give the whole sequence of the protein.");
        return error;
    }
    if (length > kLongestQuery) {
        error.what = FastaReader::tr("The sequence is too long");
        error.why = FastaReader::tr("%1 residues, at most %2 can be searched with")
                        .arg(residues.size())
                        .arg(kLongestQuery);
        error.remedy = FastaReader::tr("Give a domain of it.");
        return error;
    }
    if (length < kNetworkWindow)
        *notices << FastaReader::tr(
                        "The sequence is shorter than the network's window (%1): its windows are padded.")
                        .arg(kNetworkWindow);
    const auto unknown = std::count(residues.begin(), residues.end(), 'X');
    if (double(unknown) > kUnknownShareLimit * double(length)) {
        error.what = FastaReader::tr("Too much of the sequence is unknown");
        error.why = FastaReader::tr("%1 of %2 residues are X").arg(unknown).arg(length);
        error.remedy =
            FastaReader::tr("Give a sequence with at most %1 % of X.").arg(qRound(100 * kUnknownShareLimit));
        return error;
    }
    if (unknown > 0)
        *notices << FastaReader::tr("%1 residues are unknown (X).").arg(unknown);
    return {};
}

void tellDoubts(FastaQuery &query, const std::string &letters)
{
    query.looksLikeDna = looksLikeNucleotides(letters);
    if (query.looksLikeDna)
        query.notices << nucleotideNotice();
    const double share = lowComplexityShare(query.sequence.residues);
    query.lowComplexity = !query.looksLikeDna && share >= 0.5;
    if (query.lowComplexity)
        query.notices
            << FastaReader::tr(
                   "%1 % of the sequence is of low complexity: a search may find unrelated proteins.")
                   .arg(qRound(100 * share));
}

/// Moves the sequence out of a header that swallowed it.
void splitHeader(RawRecord &record, QStringList *notices)
{
    const qsizetype start = sequenceInHeader(record.header);
    if (!record.symbols.empty() || start < 0)
        return;
    record.symbols = record.header.sliced(start).toStdString();
    record.header.truncate(start);
    *notices << FastaReader::tr("The sequence was taken from the header line.");
}

/// "60 digits and 1 blank among the residues were left out."; empty where none was.
QString leftOutText(const RawRecord &record)
{
    QStringList parts;
    if (record.digits > 0)
        parts << (record.digits == 1 ? FastaReader::tr("1 digit")
                                     : FastaReader::tr("%1 digits").arg(record.digits));
    if (record.blanks > 0)
        parts << (record.blanks == 1 ? FastaReader::tr("1 blank")
                                     : FastaReader::tr("%1 blanks").arg(record.blanks));
    if (parts.isEmpty())
        return {};
    const QString text = record.digits + record.blanks == 1
                             ? FastaReader::tr("%1 among the residues was left out.")
                             : FastaReader::tr("%1 among the residues were left out.");
    return text.arg(parts.join(FastaReader::tr(" and ")));
}

Result<FastaQuery> queryOf(RawRecord record, const QString &name, const FastaOptions &options)
{
    FastaQuery query;
    query.line = record.line;
    if (options.splitHeader)
        splitHeader(record, &query.notices);
    if (!record.badSymbol.isEmpty())
        return Error::parse(
            name, record.badLine,
            FastaReader::tr("“%1” in column %2 belongs in no protein sequence")
                .arg(printable(record.badSymbol))
                .arg(record.badColumn),
            FastaReader::tr("Headers begin with “>”; all other lines hold one-letter residues."));
    if (record.symbols.empty())
        return headerWithoutSequence(record, name);
    query.sequence = nameOf(record, name, &query.notices);
    if (const QString left = leftOutText(record); !left.isEmpty())
        query.notices << left;
    if (Result<void> done = pickChain(record, name, options.chain, &query.notices); !done.isOk())
        return done.error();
    if (Result<void> done = removeGaps(record, name, options.removeGaps, &query.notices); !done.isOk())
        return done.error();
    if (Result<void> done = removeStops(record, name, &query.notices); !done.isOk())
        return done.error();
    query.sequence.residues = strictResidues(record.symbols, &query.notices);
    if (Result<void> done = checkLength(query.sequence.residues, record, name, &query.notices); !done.isOk())
        return done.error();
    tellDoubts(query, record.symbols);
    return query;
}

Error noSuchRecord(int record, std::size_t count, const QString &name)
{
    Error error = Error::parse(name, 0, FastaReader::tr("there is no sequence %1").arg(record),
                               FastaReader::tr("Choose one of its sequences (1 to %1).").arg(count));
    error.kind = ErrorKind::InvalidInput;
    return error;
}

} // namespace

Result<std::vector<FastaQuery>> parseFasta(const QByteArray &text, const QString &name,
                                           const FastaOptions &options)
{
    Result<QByteArray> clean = cleanInputText(text, name);
    if (!clean.isOk())
        return clean.error();
    std::vector<RawRecord> records =
        scanRecords(withoutAnnotation(withPlainBlanks(std::move(clean).value())));
    if (records.empty())
        return Error::parse(name, 0, FastaReader::tr("no sequence was found in it"),
                            FastaReader::tr("Give a sequence in FASTA format."));
    if (records.size() > std::size_t(kMostQueries)) {
        Error error = Error::parse(
            name, 0, FastaReader::tr("more than %1 sequences: this looks like a database").arg(kMostQueries),
            FastaReader::tr("Name it as the database to search, and give the query alone."));
        error.kind = ErrorKind::Unsupported;
        return error;
    }
    if (options.record > 0) {
        if (std::size_t(options.record) > records.size())
            return noSuchRecord(options.record, records.size(), name);
        records = {std::move(records[std::size_t(options.record - 1)])};
    }
    std::vector<FastaQuery> queries;
    queries.reserve(records.size());
    for (RawRecord &record : records) {
        Result<FastaQuery> query = queryOf(std::move(record), name, options);
        if (!query.isOk())
            return query.error();
        queries.push_back(std::move(query).value());
    }
    return queries;
}

Result<std::vector<FastaQuery>> loadFasta(const QString &path, const FastaOptions &options)
{
    constexpr qint64 kLimit = qint64(256) << 20;
    const Result<QByteArray> text = loadInputText(path, kLimit);
    return text.isOk() ? parseFasta(text.value(), path, options) : text.error();
}

FastaQuestion fastaQuestion(const QByteArray &text, const FastaOptions &options)
{
    const Result<QByteArray> clean = cleanInputText(text, {});
    if (!clean.isOk())
        return FastaQuestion::None;
    int number = 0;
    for (const RawRecord &record : scanRecords(withoutAnnotation(withPlainBlanks(clean.value())))) {
        if (++number != options.record && options.record > 0)
            continue;
        if (const FastaQuestion question = questionAbout(record, options); question != FastaQuestion::None)
            return question;
    }
    return FastaQuestion::None;
}

QByteArray formatFasta(const Sequence &sequence)
{
    constexpr std::size_t kWidth = 60;
    QByteArray text = ">" + sequence.name.toUtf8();
    if (!sequence.description.isEmpty())
        text += " " + sequence.description.toUtf8();
    text += '\n';
    for (std::size_t i = 0; i < sequence.residues.size(); i += kWidth)
        text += QByteArray::fromStdString(sequence.residues.substr(i, kWidth)) + '\n';
    return text;
}

} // namespace WhiteBox
