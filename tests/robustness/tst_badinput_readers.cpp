// SPDX-License-Identifier: GPL-3.0-or-later
// The table of bad inputs through the readers, and whether the table leaves out a kind of bad input.
#include "core/export/filearrays.h"
#include "core/pipeline/inputrange.h"
#include "core/pipeline/jobinput.h"
#include "core/pipeline/jobneeds.h"
#include "core/pipeline/loadednetwork.h"
#include "tests/support/badinput.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;
using Test::BadFate;
using Test::BadInput;

namespace {

/// What the reader that the files are for says; for inputs also what is looked at before a job starts.
Error errorOf(const BadInput &input, QStringList &notices)
{
    if (!input.network.isEmpty()) {
        const auto network = loadNetworkFile(input.network);
        return network.isOk() ? Error() : network.error();
    }
    if (input.isArray) {
        const auto arrays = openArrays(input.files);
        return arrays.isOk() ? Error() : arrays.error();
    }
    const auto inputs = loadJobInputs(input.files);
    if (!inputs.isOk())
        return inputs.error();
    notices = noticesOf(inputs.value());
    for (const JobInput &each : inputs.value())
        if (const auto size = checkInputSize(each, kRowsOfASearch, 1); !size.isOk())
            return size.error();
    return {};
}

/// Rows that need a job, a disk or a window: which test has them.
QHash<QString, QPair<QString, QByteArray>> testedElsewhere()
{
    return {{QStringLiteral("no program, no database"),
             {QStringLiteral("tests/robustness/tst_badinput_window.cpp"), "whatIsMissingIsToldBeforeTheJob"}},
            {QStringLiteral("no room, no right to write"),
             {QStringLiteral("tests/cli/tst_cliinputs.cpp"), "aFullDiskIsStatusFour"}},
            {QStringLiteral("tools that fail"),
             {QStringLiteral("tests/cli/tst_cliinputs.cpp"), "aHangingSearchProgramIsKilledAndTold"}},
            {QStringLiteral("nothing but zeros"),
             {QStringLiteral("tests/robustness/tst_badinput_window.cpp"), "aZeroGradientIsSaidInWords"}}};
}

} // namespace

class TestBadInputReaders : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<BadInput> m_table;

private Q_SLOTS:
    void initTestCase()
    {
        m_table = Test::writeBadInputs(m_folder.path());
        QVERIFY(!m_table.empty());
    }

    void noKindOfBadInputIsLeftOut()
    {
        QStringList missing = Test::badInputRows();
        QCOMPARE(missing.size(), 26);
        for (const BadInput &input : m_table) {
            QVERIFY2(Test::badInputRows().contains(input.row), qPrintable(input.row));
            missing.removeAll(input.row);
        }
        const auto elsewhere = testedElsewhere();
        for (auto row = elsewhere.begin(); row != elsewhere.end(); ++row) {
            QFile source(QStringLiteral(WB_SOURCE_DIR "/") + row.value().first);
            QVERIFY2(source.open(QIODevice::ReadOnly), qPrintable(source.fileName()));
            QVERIFY2(source.readAll().contains("void " + row.value().second + "()"), qPrintable(row.key()));
            missing.removeAll(row.key());
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral(", "))));
    }

    void theReaderAnswers_data()
    {
        QTest::addColumn<int>("number");
        for (std::size_t n = 0; n < m_table.size(); ++n)
            QTest::addRow("%s: %s", qPrintable(m_table[n].row), qPrintable(m_table[n].name)) << int(n);
    }

    void theReaderAnswers()
    {
        QFETCH(int, number);
        const BadInput &input = m_table[std::size_t(number)];
        QStringList notices;
        const Error error = errorOf(input, notices);
        if (input.fate == BadFate::Accepted) {
            QVERIFY2(error.what.isEmpty(), qPrintable(error.text()));
            const QString told = notices.join(QLatin1Char('\n'));
            if (input.row == QStringLiteral("nothing found"))
                return; // what a job finds out
            for (const QString &words : input.says)
                QVERIFY2(told.contains(words), qPrintable(told));
            QVERIFY2(!input.mayBeNothing || input.says.isEmpty() || !told.isEmpty(), qPrintable(told));
            return;
        }
        if (input.mayBeNothing)
            return; // an array that may be looked at
        QVERIFY2(!error.what.isEmpty() && !error.why.isEmpty() && !error.remedy.isEmpty(),
                 qPrintable(error.what + QLatin1Char('|') + error.why + QLatin1Char('|') + error.remedy));
        for (const QString &words : input.says)
            QVERIFY2(error.text().contains(words), qPrintable(error.text()));
        QVERIFY2(error.line == input.line, qPrintable(error.text()));
        QVERIFY2(error.text().size() < 1500, qPrintable(error.text()));
    }
};

QTEST_GUILESS_MAIN(TestBadInputReaders)
#include "tst_badinput_readers.moc"
