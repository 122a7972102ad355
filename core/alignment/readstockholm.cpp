// SPDX-License-Identifier: GPL-3.0-or-later
// Stockholm 1.0, in one block or wrapped. With reference annotation (#=GC RF) the columns kept are those that
// `esl-alimask --rf-is-mask` keeps: all whose RF is not a gap. Without it: the columns where row 0 has a
// residue.
#include "core/alignment/rawalignment.h"
#include "core/sequence/inputfile.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <optional>

namespace WhiteBox {

namespace {

struct AlignmentReader
{
    Q_DECLARE_TR_FUNCTIONS(AlignmentReader)
};

class StockholmParser
{
public:
    explicit StockholmParser(const QString &name)
        : m_name(name)
    {}

    Result<RawAlignment> parse(const QByteArray &text);

private:
    void readLine(qint64 number, QByteArrayView line);
    void readRow(qint64 number, QByteArrayView line);
    void readReference(QByteArrayView line);
    std::size_t rowCalled(const QByteArray &title, qint64 number);
    void restoreNames();
    Result<void> keepQueryColumns();
    std::vector<std::size_t> keptColumns() const;

    QString m_name;
    RawAlignment m_raw;
    std::string m_reference;
    QHash<std::pair<QByteArray, int>, std::size_t> m_rowOf; ///< of the k-th row with a name in a block
    QHash<QByteArray, int> m_seenInBlock;
    bool m_prefixed = false; ///< names carry the "12|" by which Easel tells equal names apart
    std::optional<Error> m_error;
    int m_alignments = 0;
    int m_finished = 0;
};

/// First word of a line, and what follows it without blanks around.
std::pair<QByteArrayView, QByteArrayView> cutWord(QByteArrayView line)
{
    qsizetype end = 0;
    while (end < line.size() && line[end] != ' ' && line[end] != '\t')
        ++end;
    return {line.first(end), line.sliced(end).trimmed()};
}

void StockholmParser::readRow(qint64 number, QByteArrayView line)
{
    const auto [title, row] = cutWord(line);
    if (row.isEmpty()) {
        m_error =
            Error::parse(m_name, number, AlignmentReader::tr("a name without residues"),
                         AlignmentReader::tr("Stockholm rows are a name, blanks and the aligned residues."));
        return;
    }
    if (const qsizetype bad = firstForeignSymbol(row); bad >= 0) {
        m_error = foreignSymbol(m_name, number, row, bad);
        return;
    }
    m_raw.rows[rowCalled(title.toByteArray(), number)].append(row.data(), std::size_t(row.size()));
}

/// The row that a line continues, or a new one. Equal names within a block are different rows.
std::size_t StockholmParser::rowCalled(const QByteArray &title, qint64 number)
{
    const std::pair key(title, m_seenInBlock[title]++);
    const auto known = m_rowOf.constFind(key);
    if (known != m_rowOf.constEnd())
        return known.value();
    m_rowOf.insert(key, m_raw.rows.size());
    m_raw.names.push_back(QString::fromUtf8(title));
    m_raw.rows.emplace_back();
    m_raw.lines.push_back(number);
    return m_raw.rows.size() - 1;
}

void StockholmParser::restoreNames()
{
    static const QRegularExpression prefix(QStringLiteral("^\\d+\\|"));
    if (m_prefixed)
        for (QString &title : m_raw.names)
            title.remove(prefix);
}

void StockholmParser::readReference(QByteArrayView line)
{
    const auto [marker, rest] = cutWord(line);
    const auto [feature, value] = cutWord(rest);
    if (marker == "#=GC" && feature == "RF")
        m_reference.append(value.data(), std::size_t(value.size()));
}

void StockholmParser::readLine(qint64 number, QByteArrayView line)
{
    const QByteArrayView trimmed = line.trimmed();
    if (trimmed.isEmpty()) {
        m_seenInBlock.clear();
        return;
    }
    if (trimmed.startsWith("# STOCKHOLM")) {
        ++m_alignments;
    } else if (m_alignments == 0) {
        m_error = Error::parse(m_name, number, AlignmentReader::tr("expected “# STOCKHOLM 1.0”"),
                               AlignmentReader::tr("Give the whole alignment as a program wrote it."));
    } else if (m_alignments > 1) {
        return; // the first alignment is taken
    } else if (trimmed.startsWith("//")) {
        ++m_finished;
    } else if (trimmed.startsWith('#')) {
        m_prefixed |= trimmed.startsWith("# WARNING: seq names have been made unique");
        readReference(trimmed);
    } else if (m_finished > 0) {
        m_error =
            Error::parse(m_name, number, AlignmentReader::tr("text after the “//” that ends the alignment"),
                         AlignmentReader::tr("Give the whole alignment as a program wrote it."));
    } else {
        readRow(number, trimmed);
    }
}

std::vector<std::size_t> StockholmParser::keptColumns() const
{
    const std::string &guide = m_reference.empty() ? m_raw.rows[0] : m_reference;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < guide.size(); ++i)
        if (!isGapSign(guide[i]) && guide[i] != '*')
            kept.push_back(i);
    return kept;
}

Result<void> StockholmParser::keepQueryColumns()
{
    if (!m_reference.empty() && m_reference.size() != m_raw.rows[0].size())
        return Error::parse(m_name, 0,
                            AlignmentReader::tr("the RF line has %1 columns, the rows have %2")
                                .arg(m_reference.size())
                                .arg(m_raw.rows[0].size()),
                            AlignmentReader::tr("Give the whole alignment as a program wrote it."));
    const std::vector<std::size_t> kept = keptColumns();
    for (std::string &row : m_raw.rows) {
        for (std::size_t k = 0; k < kept.size(); ++k)
            row[k] = row[kept[k]];
        row.resize(kept.size());
        row.shrink_to_fit();
        normaliseRow(row);
    }
    return {};
}

Result<RawAlignment> StockholmParser::parse(const QByteArray &text)
{
    forEachLine(text, [&](qint64 number, QByteArrayView line) {
        readLine(number, line);
        return !m_error.has_value();
    });
    if (m_error)
        return *m_error;
    if (m_raw.rows.empty())
        return Error::parse(m_name, 0, AlignmentReader::tr("the alignment has no rows"),
                            AlignmentReader::tr("Give the whole alignment as a program wrote it."));
    if (m_finished == 0)
        return Error::parse(m_name, 0,
                            AlignmentReader::tr("the “//” at the end is missing: the file was cut off"),
                            AlignmentReader::tr("Get the whole file again."));
    if (const Result<void> equal = checkRowLengths(m_raw, m_name); !equal.isOk())
        return equal.error();
    if (const Result<void> kept = keepQueryColumns(); !kept.isOk())
        return kept.error();
    restoreNames();
    if (m_alignments > 1)
        m_raw.notices
            << AlignmentReader::tr("The file holds %1 alignments; the first was taken.").arg(m_alignments);
    return std::move(m_raw);
}

} // namespace

Result<RawAlignment> readStockholm(const QByteArray &text, const QString &name)
{
    return StockholmParser(name).parse(text);
}

} // namespace WhiteBox
