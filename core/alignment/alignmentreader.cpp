// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/alignmentreader.h"

#include "core/alignment/rawalignment.h"
#include "core/sequence/inputfile.h"
#include "core/sequence/queryresidues.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace WhiteBox {

namespace {

struct AlignmentReader
{
    Q_DECLARE_TR_FUNCTIONS(AlignmentReader)
};

/// What tells the '>' formats apart.
struct RecordShape
{
    std::size_t rows = 0;
    bool gaps = false;
    bool lower = false;
    bool upper = false;
    bool dots = false;
    bool equalLengths = true;
    bool equalMatches = true; ///< as many upper-case letters and '-' in every row
};

RecordShape shapeOf(const std::vector<std::string> &rows)
{
    RecordShape shape;
    shape.rows = rows.size();
    std::size_t firstMatches = 0;
    for (std::size_t n = 0; n < rows.size(); ++n) {
        std::size_t matches = 0;
        for (const char c : rows[n]) {
            const bool lower = c >= 'a' && c <= 'z';
            shape.lower |= lower;
            shape.upper |= c >= 'A' && c <= 'Z';
            shape.gaps |= isGapSign(c);
            shape.dots |= c == '.';
            matches += !lower && c != '.' ? 1U : 0U;
        }
        firstMatches = n == 0 ? matches : firstMatches;
        shape.equalMatches &= matches == firstMatches;
        shape.equalLengths &= rows[n].size() == rows[0].size();
    }
    return shape;
}

AlignmentFormat formatOfRecords(const QByteArray &text)
{
    const Result<RawAlignment> raw = readFastaRecords(text, {});
    if (!raw.isOk() || raw.value().rows.size() < 2)
        return AlignmentFormat::Unknown;
    const RecordShape shape = shapeOf(raw.value().rows);
    const bool insertions = (shape.lower && shape.upper) || shape.dots;
    if (insertions && shape.equalMatches && (shape.gaps || !shape.equalLengths))
        return AlignmentFormat::A3m;
    if (!shape.gaps)
        return AlignmentFormat::Unknown;
    // Ragged: named by what it was meant to be, so that the reader can say which row is wrong.
    return !shape.equalLengths && shape.lower && shape.upper ? AlignmentFormat::A3m : AlignmentFormat::Fasta;
}

/// Share of the shorter row (0..1) that is the same in both, read from the left or from the right. Unrelated
/// proteins have 0.06.
double likeness(QByteArrayView p, QByteArrayView q)
{
    const qsizetype shared = std::min(p.size(), q.size());
    const auto left = std::inner_product(p.begin(), p.begin() + shared, q.begin(), qsizetype(0),
                                         std::plus<>(), std::equal_to<>());
    const auto right = std::inner_product(p.end() - shared, p.end(), q.end() - shared, qsizetype(0),
                                          std::plus<>(), std::equal_to<>());
    return double(std::max(left, right)) / double(shared);
}

/// Whether lines without gaps are an alignment that lost residues. A sequence is wrapped into lines of one
/// length, of which only the last may be shorter; where it is not, its lines do not resemble each other.
bool areRaggedRows(const std::vector<QByteArrayView> &lines)
{
    constexpr double kAlike = 0.3;
    const qsizetype width = lines[0].size();
    const auto isWhole = [width](QByteArrayView line) { return line.size() == width; };
    if (lines.back().size() <= width && std::all_of(lines.begin(), lines.end() - 1, isWhole))
        return false;
    double sum = 0;
    for (std::size_t n = 1; n < lines.size(); ++n)
        sum += likeness(lines[0], lines[n]);
    return sum >= kAlike * double(lines.size() - 1);
}

/// Whether lines of one length without gaps are rows of an alignment and not a wrapped sequence that ends
/// with a line: five standard deviations more alike than chance, and by more than a biased composition
/// explains.
bool areAlikeRows(const std::vector<QByteArrayView> &lines)
{
    constexpr double kChance = 0.06;
    constexpr double kLeast = 0.15;
    const double others = double(lines.size() - 1);
    double sum = 0;
    for (std::size_t n = 1; n < lines.size(); ++n)
        sum += likeness(lines[0], lines[n]);
    const double spread = std::sqrt(kChance * (1 - kChance) / (others * double(lines[0].size())));
    return sum / others >= std::max(kLeast, kChance + 5 * spread);
}

/// Rows of residues and gaps alone. A wrapped sequence without a header has no gaps; rows without gaps must
/// be alike or longer than any usual line width.
AlignmentFormat formatOfLines(const QByteArray &text)
{
    constexpr qsizetype kUsualWidth = 120;
    std::vector<QByteArrayView> rows;
    bool gaps = false;
    bool equal = true;
    bool foreign = false;
    forEachLine(text, [&](qint64, QByteArrayView line) {
        const QByteArrayView row = line.trimmed();
        if (row.isEmpty() || row.startsWith('#'))
            return true;
        rows.push_back(row);
        foreign = firstForeignSymbol(row) >= 0;
        gaps = gaps || std::any_of(row.begin(), row.end(), isGapSign);
        equal = equal && row.size() == rows[0].size();
        return !foreign;
    });
    if (foreign || rows.size() < 2)
        return AlignmentFormat::Unknown;
    const bool aligned =
        gaps || (equal && (rows[0].size() > kUsualWidth || areAlikeRows(rows))) || areRaggedRows(rows);
    return aligned ? AlignmentFormat::Aln : AlignmentFormat::Unknown;
}

Result<RawAlignment> readRows(AlignmentFormat format, const QByteArray &text, const QString &name)
{
    switch (format) {
    case AlignmentFormat::Stockholm:
        return readStockholm(text, name);
    case AlignmentFormat::A3m:
        return readA3m(text, name);
    case AlignmentFormat::Fasta:
        return readFastaAlignment(text, name);
    case AlignmentFormat::Aln:
        return readAln(text, name);
    case AlignmentFormat::Unknown:
        break;
    }
    return Error::parse(name, 0, AlignmentReader::tr("this is no alignment in a known format"),
                        AlignmentReader::tr("Stockholm, A2M, A3M, aligned FASTA and .aln are read."));
}

std::string withoutGaps(const std::string &row)
{
    std::string residues = row;
    std::erase(residues, '-');
    return residues;
}

/// The letters of the query as a strict sequence: what is not one of the twenty becomes X.
std::string strictQuery(const std::string &row)
{
    std::string residues = withoutGaps(row);
    for (char &c : residues)
        if (stateOf(c) == kGap)
            c = c == 'U' ? 'C' : 'X';
    return residues;
}

/// Exchanges row 0 for the row that equals the query; the others keep their order.
Result<void> moveQueryFirst(RawAlignment &raw, const Sequence &query, const QString &name)
{
    for (std::size_t n = 0; n < raw.rows.size(); ++n) {
        if (strictQuery(raw.rows[n]) != query.residues)
            continue;
        const auto to = std::ptrdiff_t(n);
        std::rotate(raw.rows.begin(), raw.rows.begin() + to, raw.rows.begin() + to + 1);
        if (!raw.names.empty())
            std::rotate(raw.names.begin(), raw.names.begin() + to, raw.names.begin() + to + 1);
        if (n > 0)
            raw.notices << AlignmentReader::tr("The query was row %1; it was moved to the front.").arg(n + 1);
        return {};
    }
    Error error = Error::parse(
        name, 0, AlignmentReader::tr("no row is the query “%1”").arg(query.name),
        AlignmentReader::tr("Use the alignment alone (its first row is then the query), or align "
                            "the query to it."));
    error.kind = ErrorKind::Mismatch;
    return error;
}

void dropQueryGaps(RawAlignment &raw)
{
    const std::string query = raw.rows[0];
    const std::size_t gaps = std::size_t(std::count(query.begin(), query.end(), '-'));
    if (gaps == 0)
        return;
    for (std::string &row : raw.rows) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < query.size(); ++i)
            if (query[i] != '-')
                row[kept++] = row[i];
        row.resize(kept);
    }
    raw.notices << AlignmentReader::tr("%1 columns were dropped in which the query has a gap.").arg(gaps);
}

Alignment alignmentOf(RawAlignment &raw)
{
    const std::size_t columns = raw.rows[0].size();
    std::vector<std::uint8_t> states;
    states.reserve(raw.rows.size() * columns);
    for (std::string &row : raw.rows) {
        for (const char c : row)
            states.push_back(stateOf(c));
        row = std::string(); // large alignments would otherwise be held twice
    }
    return Alignment(int(columns), std::move(states), std::move(raw.names));
}

void tellDoubts(const RawAlignment &raw, QStringList *notices)
{
    if (raw.rows.size() == 1)
        *notices << AlignmentReader::tr(
            "The alignment holds the query alone: there are no homologs to learn from.");
    if (looksLikeNucleotides(withoutGaps(raw.rows[0])))
        *notices << nucleotideNotice();
}

QString queryName(const RawAlignment &raw, const QString &origin)
{
    if (!raw.names.empty() && !raw.names[0].isEmpty())
        return raw.names[0];
    QString name = QFileInfo(origin).fileName();
    name = name.left(name.indexOf(QLatin1Char('.'))).simplified().replace(QLatin1Char(' '), QLatin1Char('_'));
    return name.isEmpty() ? QStringLiteral("query") : name;
}

Result<void> checkSize(const RawAlignment &raw, const QString &name)
{
    if (raw.rows[0].size() >= std::size_t(kShortestQuery) && raw.rows[0].size() <= std::size_t(kLongestQuery))
        return {};
    Error error = Error::parse(name, 0,
                               AlignmentReader::tr("the query has %1 residues, expected %2 to %3")
                                   .arg(raw.rows[0].size())
                                   .arg(kShortestQuery)
                                   .arg(kLongestQuery),
                               AlignmentReader::tr("Give the alignment of one domain of the protein."));
    error.kind = ErrorKind::InvalidInput;
    return error;
}

} // namespace

AlignmentFormat recogniseAlignmentFormat(const QByteArray &text)
{
    QByteArrayView start(text);
    while (!start.isEmpty() && (start[0] == ' ' || start[0] == '\n' || start[0] == '\t'))
        start = start.sliced(1);
    if (start.startsWith("# STOCKHOLM"))
        return AlignmentFormat::Stockholm;
    while (start.startsWith('#')) {
        const qsizetype end = start.indexOf('\n');
        start = end < 0 ? QByteArrayView() : start.sliced(end + 1);
    }
    return start.startsWith('>') ? formatOfRecords(text) : formatOfLines(text);
}

Result<AlignmentFile> parseAlignment(const QByteArray &text, const QString &name,
                                     const std::optional<Sequence> &query, AlignmentFormat format)
{
    Result<QByteArray> clean = cleanInputText(text, name);
    if (!clean.isOk())
        return clean.error();
    AlignmentFile file;
    file.format = format == AlignmentFormat::Unknown ? recogniseAlignmentFormat(clean.value()) : format;
    Result<RawAlignment> read = readRows(file.format, clean.value(), name);
    if (!read.isOk())
        return read.error();
    RawAlignment raw = std::move(read).value();
    if (query)
        if (const Result<void> moved = moveQueryFirst(raw, *query, name); !moved.isOk())
            return moved.error();
    dropQueryGaps(raw);
    if (const Result<void> fits = checkSize(raw, name); !fits.isOk())
        return fits.error();
    tellDoubts(raw, &raw.notices);
    file.query.name = queryName(raw, name);
    file.query.residues = strictQuery(raw.rows[0]);
    file.notices = raw.notices;
    file.alignment = alignmentOf(raw);
    return file;
}

Result<std::optional<std::size_t>> firstAmongRows(const QByteArray &text, const QString &name,
                                                  const std::vector<std::string> &sequences,
                                                  AlignmentFormat format, const StopToken &stop)
{
    const Result<QByteArray> clean = cleanInputText(text, name);
    if (!clean.isOk())
        return clean.error();
    const Result<RawAlignment> raw = readRows(format, clean.value(), name);
    if (!raw.isOk())
        return raw.error();
    std::unordered_map<std::string_view, std::size_t> wanted;
    for (std::size_t k = 0; k < sequences.size(); ++k)
        wanted.emplace(sequences[k], k);
    std::optional<std::size_t> first;
    for (const std::string &row : raw.value().rows) {
        if (stop.stop_requested())
            return Error::cancelled();
        const auto found = wanted.find(strictQuery(row));
        if (found != wanted.end() && (!first || found->second < *first))
            first = found->second;
    }
    return first;
}

Result<AlignmentFile> loadAlignment(const QString &path, const std::optional<Sequence> &query)
{
    const Result<QByteArray> text = loadInputText(path);
    return text.isOk() ? parseAlignment(text.value(), path, query) : text.error();
}

} // namespace WhiteBox
