// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pipeline/jobfixture.h"

#include "tests/support/testmodel.h"

#include <QFile>

#include <random>

namespace WhiteBox::Test {

namespace {

/// Rows that differ from the query at about every fourth residue.
std::vector<std::string> relatives(int count, const std::string &query, unsigned seed)
{
    const std::string letters = "ACDEFGHIKLMNPQRSTVWY";
    std::mt19937 random(seed);
    std::vector<std::string> rows;
    for (int n = 0; n < count; ++n) {
        rows.push_back(query);
        for (char &c : rows.back())
            if (random() % 4 == 0)
                c = letters[random() % 20];
    }
    return rows;
}

std::shared_ptr<const Alignment> alignmentOf(const std::vector<std::string> &rows)
{
    std::vector<std::uint8_t> states;
    for (const auto &row : rows)
        for (const char c : row)
            states.push_back(stateOf(c));
    return std::make_shared<Alignment>(int(rows.front().size()), std::move(states));
}

} // namespace

QString JobFixture::write(const char *name, const QByteArray &text)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", name);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

void JobFixture::setUp()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QDir(m_dir->path()).mkpath(QStringLiteral("model"));
    QVERIFY(!writeTestModel(path("model"), 1).isEmpty());
    QVERIFY(!writeTestModel(path("model"), 2).isEmpty());
    write("db.fa", ">t1\nMADKELKFLVVDDFSTMRRIVRNLLKELGF\n");
    QByteArray hits = "# STOCKHOLM 1.0\nq " + QByteArray::fromStdString(kQuery) + "\n";
    int number = 0;
    for (const auto &row : relatives(60, kQuery, 3))
        hits += "t" + QByteArray::number(++number) + "/1-30 " + QByteArray::fromStdString(row) + "\n";
    write("hits.sto", hits + "#=GC RF " + QByteArray(30, 'x') + "\n//\n");
    startRunner();
}

void JobFixture::startRunner()
{
    m_heard = {};
    auto store = JobStore::open(path("jobs"));
    QVERIFY(store.isOk());
    m_store = store.value();
    m_runner = std::make_unique<JobRunner>(m_store);
    connect(m_runner.get(), &JobRunner::jobFinished, this,
            [this](const QString &id, const std::shared_ptr<const JobResult> &result) {
                m_heard.results[id] = result;
                m_heard.order << id;
            });
    connect(m_runner.get(), &JobRunner::jobFailed, this,
            [this](const QString &id, const Error &error) { m_heard.errors[id] = error; });
    connect(m_runner.get(), &JobRunner::jobReused, this,
            [this](const QString &id, const QString &storedId) { m_heard.reused[id] = storedId; });
    connect(m_runner.get(), &JobRunner::jobChanged, this, [this](const JobRecord &record) {
        if (m_heard.stages.isEmpty() || m_heard.stages.last() != record.stage)
            m_heard.stages << record.stage;
    });
}

void JobFixture::tearDown()
{
    m_runner.reset();
    m_store.reset();
    m_dir.reset();
}

JobParameters JobFixture::parameters(const QByteArray &searchScript)
{
    const QByteArray folder = m_dir->path().toUtf8();
    const QByteArray search =
        searchScript.isEmpty()
            ? "cp '" + folder +
                  "/hits.sto' \"$out\"\n"
                  "echo 'Query:       q  [L=30]'\n"
                  "echo '@@ New alignment includes: 61 subseqs (was 1), including original query'\n"
                  "echo '//'\necho '[ok]'\n"
            : searchScript;
    const QByteArray script =
        "#!/bin/sh\n"
        "if [ \"$1\" = -h ]; then\n  [ -e '" +
        folder +
        "/slow' ] && sleep 2\n"
        "  echo '# jackhmmer :: a script'; echo '# HMMER 3.3.2 (Nov 2020); test'; exit 0\nfi\n"
        "echo run >> '" +
        folder +
        "/runs'\n"
        "while [ $# -gt 0 ]; do [ \"$1\" = -A ] && out=$2; shift; done\n" +
        search;
    JobParameters p;
    p.jackhmmer = write("jackhmmer", script);
    p.database = path("db.fa");
    p.model = path("model/model1.safetensors");
    p.threads = 1;
    return p;
}

JobInput JobFixture::sequenceInput() const
{
    JobInput input;
    input.query = {QStringLiteral("q"), {}, kQuery};
    return input;
}

JobInput JobFixture::alignmentInput(int rows, const std::string &query) const
{
    auto all = relatives(rows - 1, query, 9);
    all.insert(all.begin(), query);
    JobInput input;
    input.kind = InputKind::Alignment;
    input.query = {QStringLiteral("q"), {}, query};
    input.alignment = alignmentOf(all);
    return input;
}

int JobFixture::searches() const
{
    QFile file(path("runs"));
    return file.open(QIODevice::ReadOnly) ? int(file.readAll().count("run")) : 0;
}

} // namespace WhiteBox::Test
