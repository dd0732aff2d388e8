using System.Globalization;
using Npgsql;

namespace Spark.Storage.Postgres;

/// <summary>Makes the source of connections as all of ours are.</summary>
internal static class PostgresConnections
{
    /// <param name="connectionString">Where the database is, and who asks.</param>
    /// <param name="options">How much of it is ours.</param>
    /// <param name="session">A name of this process's own among the sessions of the database.</param>
    public static NpgsqlDataSource Create(string connectionString, PostgresOptions options, string session)
    {
        var statement = (int)options.StatementLimit.TotalMilliseconds;
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = session,
            MaxPoolSize = options.PoolSize,
            Timeout = Seconds(options.ConnectLimit),

            // The server stops a statement by itself; ours is the limit for a server that says nothing any more.
            CommandTimeout = Seconds(options.StatementLimit) + 2,
            CancellationTimeout = 1_000,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 5,
            TcpKeepAliveInterval = 2,
            NoResetOnClose = true,
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            IncludeErrorDetail = false,
            Enlist = false,
        };

        // Each statement has one good plan, by the index it was written for: it shall not depend on what the statistics of a young or
        // quickly growing table say. JIT never pays for statements as short as these.
        builder.Options = string.Join(
            ' ',
            builder.Options ?? "",
            string.Create(CultureInfo.InvariantCulture, $"-c statement_timeout={statement} -c idle_in_transaction_session_timeout={statement}"),
            "-c synchronous_commit=on -c jit=off -c plan_cache_mode=force_generic_plan",
            "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off",
            "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3").Trim();
        return new NpgsqlDataSourceBuilder(builder.ConnectionString).Build();
    }

    private static int Seconds(TimeSpan limit) => Math.Max(1, (int)Math.Ceiling(limit.TotalSeconds));
}
