// SPDX-License-Identifier: GPL-3.0-or-later
// Names that strangers chose: of files, proteins, structures, arrays and labels. They are shown letter by
// letter, never as HTML, and never become options, paths or commands.
#include "app/mainwindow.h"
#include "core/export/structurescript.h"
#include "core/store/hdf5file.h"
#include "core/store/resultfile.h"
#include "tests/support/testmodel.h"
#include "tests/support/testresult.h"
#include "widgets/explanationcontroller.h"
#include "widgets/plaintext.h"
#include "widgets/workbench.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTextEdit>

#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace WhiteBox;

namespace {

const QString kTag = QStringLiteral("<img src=\"file:///etc/passwd\"><b>bold</b>");

/// Whether a widget would take a text of ours, with the tag in it, for HTML.
bool isTakenForHtml(const QString &text)
{
    return text.contains(QLatin1String("<img")) && Qt::mightBeRichText(text);
}

QByteArray aln()
{
    return "MADKELKFLVVDDFSTMRRIVRNLLKELGF\nMADKELKFLVVDDFSTMRRIVRNLLKELGY\nMADKELKFLVVDDFSAMRRIVRNLLKELGF\n";
}

} // namespace

class TestHostileNames : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    /// Runs whitebox-cli; its exit status, with what it printed in m_printed.
    int run(const QList<QByteArray> &arguments, const QString &folder);
    QByteArray m_printed;

private Q_SLOTS:
    void initTestCase();
    void aSessionPutsNoHtmlIntoTheWindow();
    void toolTipsShowTagsAsTheyAre();
    void anyFileNameIsReadAndWritten_data();
    void anyFileNameIsReadAndWritten();
    void aNameThatIsNoUtf8IsReadToo();
    void scriptsForViewersHoldNamesOnlyAsComments();
};

void TestHostileNames::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("whitebox-test"));
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    qputenv("WHITEBOX_HOME", m_home.path().toUtf8());
    qputenv("WHITEBOX_MODEL", Test::writeTestModel(m_home.path()).toUtf8());
}

void TestHostileNames::aSessionPutsNoHtmlIntoTheWindow()
{
    const QTemporaryDir folder;
    auto result = Test::makeResult(30);
    result->query.name = kTag;
    result->query.description = kTag;
    result->warnings << kTag;
    result->structure = Test::makeMatch(*result);
    result->structure->structure.name = kTag;
    for (QString &label : result->structure->structure.labels)
        label = kTag;
    result->provenance[QStringLiteral("model")] =
        QJsonObject{{QStringLiteral("name"), kTag}, {QStringLiteral("path"), kTag}};
    const QString path = folder.filePath(QStringLiteral("<img src=x>.whitebox"));
    const auto saved = saveResult(*result, path);
    QVERIFY2(saved.isOk(), qPrintable(saved.isOk() ? QString() : saved.error().text()));

    Workbench workbench;
    MainWindow window(&workbench);
    window.setAsksBeforeClosing(false);
    QVERIFY(workbench.openStore(folder.filePath(QStringLiteral("jobs"))).isOk());
    window.show();
    QSignalSpy opened(&workbench, &Workbench::resultChanged);
    workbench.openFiles({path});
    QTRY_VERIFY(!opened.isEmpty() && workbench.result() != nullptr);
    workbench.selection()->setPair(ResiduePair{3, 20});
    // Of a network of a hostile name: it is explained, or told that it cannot be.
    QTRY_VERIFY_WITH_TIMEOUT(workbench.explanations()->current() || workbench.explanations()->hasFailed(),
                             20000);
    int shown = 0;
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        shown +=
            label->text().contains(QLatin1String("<img")) || label->text().contains(QLatin1String("&lt;img"));
        QVERIFY2(label->textFormat() == Qt::PlainText || !isTakenForHtml(label->text()),
                 qPrintable(label->text()));
    }
    for (const QTextEdit *text : window.findChildren<QTextEdit *>())
        QVERIFY2(!text->toHtml().contains(QLatin1String("<img src=\"file:///etc")),
                 qPrintable(text->toHtml()));
    for (const QWidget *widget : window.findChildren<QWidget *>())
        QVERIFY2(!isTakenForHtml(widget->toolTip()), qPrintable(widget->toolTip()));
    for (const QAction *action : window.findChildren<QAction *>())
        QVERIFY2(!isTakenForHtml(action->toolTip()), qPrintable(action->toolTip()));
    QVERIFY(shown > 0); // else nothing was tested
}

void TestHostileNames::toolTipsShowTagsAsTheyAre()
{
    QTextDocument document;
    document.setHtml(plainToolTip(kTag));
    QCOMPARE(document.toPlainText(), kTag);
    QCOMPARE(plainToolTip(QStringLiteral("1 < 2 & 3")), QStringLiteral("1 < 2 & 3"));
}

int TestHostileNames::run(const QList<QByteArray> &arguments, const QString &folder)
{
    // QProcess cannot pass on what is no UTF-8 in a name: execve can.
    int out[2] = {-1, -1};
    if (::pipe(out) != 0)
        return -1;
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(out[1], 1);
        ::dup2(out[1], 2);
        ::close(out[0]);
        std::vector<char *> argv{const_cast<char *>(WB_CLI)};
        for (const QByteArray &argument : arguments)
            argv.push_back(const_cast<char *>(argument.constData()));
        argv.push_back(nullptr);
        if (::chdir(folder.toLocal8Bit().constData()) == 0)
            ::execv(WB_CLI, argv.data());
        ::_exit(127);
    }
    ::close(out[1]);
    QFile printed;
    m_printed =
        printed.open(out[0], QIODevice::ReadOnly, QFile::AutoCloseHandle) ? printed.readAll() : QByteArray();
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void TestHostileNames::anyFileNameIsReadAndWritten_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"two words", "it's \"quoted\"", "two\nlines", "-r", "--help", "$(touch pwned)", "`touch pwned`",
          "a;touch pwned", "a|b&c>d", "%n%s", "*?[a]", "\xce\xb1\xce\xb2"})
        QTest::newRow(QByteArray(name).replace('\n', ' ').constData()) << QByteArray(name);
}

void TestHostileNames::anyFileNameIsReadAndWritten()
{
    QFETCH(QByteArray, name);
    const QTemporaryDir folder;
    const QString inner = folder.filePath(QString::fromUtf8(name)); // the folder has such a name too
    QVERIFY(QDir().mkpath(inner));
    QFile file(inner + QLatin1Char('/') + QString::fromUtf8(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(aln());
    file.close();
    // A name that begins with a dash is an option unless -- or ./ says otherwise, as everywhere.
    const int status =
        run({"couplings", "--mat=" + name + ".mat", "--raw", name + ".raw", "--", name}, inner);
    QVERIFY2(status == 0, m_printed.constData());
    const QStringList left = QDir(inner).entryList(QDir::Files | QDir::Hidden);
    QVERIFY2(left.contains(QString::fromUtf8(name + ".mat")), qPrintable(left.join(u'|')));
    QVERIFY(!QFile::exists(inner + QStringLiteral("/pwned")));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("pwned"))));
}

void TestHostileNames::aNameThatIsNoUtf8IsReadToo()
{
    const QTemporaryDir folder;
    const QByteArray path = folder.path().toLocal8Bit() + "/caf\xe9.aln";
    FILE *file = std::fopen(path.constData(), "w");
    QVERIFY(file);
    std::fputs(aln().constData(), file);
    std::fclose(file);
    const int status = run({"couplings", "--mat", "x.mat", "caf\xe9.aln"}, folder.path());
    QVERIFY2(status == 0, m_printed.constData());
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("x.mat"))));
    ::unlink(path.constData()); // which QTemporaryDir cannot
}

// A comment ends with its line, and what would begin another stays in it.
void TestHostileNames::scriptsForViewersHoldNamesOnlyAsComments()
{
    const QTemporaryDir folder;
    auto result = Test::makeResult(30);
    const StructureMatch match = Test::makeMatch(*result);
    GradientWindow window;
    window.pair = {3, 20};
    window.length = result->length();
    window.side = 1;
    window.values.assign(441, 0.0F);
    const QString evil = QStringLiteral("x'''\nimport os\rrunscript y\u2028open z\"; close");
    const ExplainedStructure shown{match, result->query.residues, window, {evil}};
    const QString name = QStringLiteral("it's \"a\"; open evil\n.cxc");
    const auto written = writeChimeraXScript(folder.filePath(name), shown);
    QVERIFY2(written.isOk(), qPrintable(written.isOk() ? QString() : written.error().text()));
    QVERIFY(writePyMolScript(folder.filePath(QStringLiteral("x.pml")), shown).isOk());
    for (const QString &path : {folder.filePath(name), folder.filePath(QStringLiteral("x.pml"))}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray script = file.readAll();
        for (const QByteArray &line : script.split('\n'))
            if (line.contains("import os") || line.contains("runscript") || line.contains("evil"))
                QVERIFY2(line.startsWith("# ") || !line.contains(';'), line.constData());
        QVERIFY(!script.contains('\r') && !script.contains("\xe2\x80\xa8"));
    }
}

QTEST_MAIN(TestHostileNames)
#include "tst_hostilenames.moc"
