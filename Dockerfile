# The container service. Build the program first (./linkspan build), then: docker compose up --build
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /linkspan --create-home linkspan
WORKDIR /linkspan
# The libraries change seldom and the program often: two layers.
COPY target/app/lib lib
COPY target/app/linkspan.jar linkspan.jar
COPY mappings mappings
RUN mkdir data config && chown linkspan data
USER linkspan
VOLUME ["/linkspan/data", "/linkspan/config"]
EXPOSE 8080
ENV SPRING_PROFILES_ACTIVE=production
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
  CMD ["/opt/java/openjdk/bin/java", "-cp", "linkspan.jar", "io.linkspan.Linkspan", "health"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", \
  "--sun-misc-unsafe-memory-access=allow", "-jar", "linkspan.jar"]
CMD ["run"]
