// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli figures --talk from outside, and what poppler reads in its pages.
#include "tests/support/program.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;

namespace {

bool isThere(const char *program)
{
    return !QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
}

} // namespace

class TestTalkCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QProcessEnvironment m_environment;

    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }

    /// Its pages as text, form feeds between them.
    QByteArray textOf(const QString &pdf) const
    {
        return Test::runProgram(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")}, m_environment)
            .output;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("WHITEBOX_HOME"), path("home"));
        m_environment.insert(QStringLiteral("WHITEBOX_MODEL"), QStringLiteral(WB_MODEL));
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        m_environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        m_environment.remove(QStringLiteral("DISPLAY"));
        // Without it Qt has something to say, which is not ours.
        QVERIFY(
            QDir().mkdir(path("runtime")) &&
            QFile::setPermissions(path("runtime"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path("runtime"));
    }

    void theTalkIsOnePdf()
    {
        QFile file(path("small.aln"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(Test::smallAlignment());
        file.close();
        const auto made =
            Test::runProgram(QStringLiteral(WB_CLI),
                             {QStringLiteral("figures"), file.fileName(), QStringLiteral("--talk"),
                              QStringLiteral("--pair"), QStringLiteral("5,20"), QStringLiteral("--method"),
                              QStringLiteral("smoothgrad"), QStringLiteral("-o"), path("talk.pdf")},
                             m_environment);
        QVERIFY2(made.status == 0, made.errors.constData());
        QVERIFY(made.output.contains("page 12 of 12"));
        if (!isThere("pdftotext"))
            QSKIP("needs poppler-utils");
        const auto info =
            Test::runProgram(QStringLiteral("pdfinfo"), {path("talk.pdf")}, m_environment).output;
        QVERIFY2(info.contains("Pages:           12"), info.constData());
        const QByteArray text = textOf(path("talk.pdf"));
        QCOMPARE(text.count("What is seen"), 12);
        QCOMPARE(text.count("What the trust tests say"), 12);
        QVERIFY(text.contains("Randomisation"));
        QVERIFY(!text.contains("%1"));
        // Pages that need many windows show the gradient beneath the average, and say so.
        const QList<QByteArray> pages = text.split('\f');
        for (const int page : {5, 6, 10, 11}) {
            const QByteArray words = pages.value(page - 1).simplified();
            QVERIFY2(words.contains("plain gradient, the base of SmoothGrad"), words.constData());
        }
    }

    /// Installed elsewhere, without the shared data beside it: CheY is shown.
    void withoutTheSharedDataItIsOfTheExample()
    {
        if (!isThere("jackhmmer") ||
            !QFile::exists(QStringLiteral("/usr/share/doc/mmseqs2/example-data/DB.fasta.gz")))
            QSKIP("needs hmmer and mmseqs2-examples");
        for (const QString &program : {QStringLiteral(WB_CLI), QStringLiteral(WB_FIGURES)})
            QVERIFY(QFile::copy(program, m_dir.filePath(QFileInfo(program).fileName())));
        QVERIFY(QDir().mkdir(path("work")));
        auto environment = m_environment;
        environment.insert(QStringLiteral("WHITEBOX_SHARED"), path("nothing"));
        const auto made = Test::runProgram(
            path("whitebox-cli"),
            {QStringLiteral("figures"), QStringLiteral("--talk"), QStringLiteral("-o"), path("example.pdf")},
            environment, path("work"));
        QVERIFY2(made.status == 0, made.errors.constData());
        QVERIFY2(made.errors.contains("CheY"), made.errors.constData()); // it is told
        if (!isThere("pdftotext"))
            QSKIP("needs poppler-utils");
        QVERIFY(textOf(path("example.pdf")).contains("CHEY_ECOLI"));
    }
};

QTEST_GUILESS_MAIN(TestTalkCommand)
#include "tst_talkcommand.moc"
