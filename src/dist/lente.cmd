@echo off
rem Finds a Java of version 21 or newer, and runs Lente. See: lente help
setlocal EnableExtensions
set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"
set "java="
if defined LENTE_JAVA call :try "%LENTE_JAVA%\bin\java.exe"
if not defined java if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined java for /f "delims=" %%j in ('where java.exe 2^>nul') do if not defined java call :try "%%j"
if not defined java for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\*") do if not defined java call :try "%%~d\bin\java.exe"
if not defined java (
  echo lente: needs Java 21 or newer, and found none by LENTE_JAVA, JAVA_HOME, on PATH or in Program Files. 1>&2
  echo Install one, for instance with: winget install EclipseAdoptium.Temurin.21.JRE 1>&2
  exit /b 1
)
rem Commands that end in a moment are done before the second compiler would pay.
set "flag=-XX:TieredStopAtLevel=1"
for %%c in (index import mcp) do if "%~1"=="%%c" set "flag="
if "%~1"=="serve" set "flag=--add-modules=jdk.incubator.vector"
"%java%" %flag% --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError ^
  -Dfile.encoding=UTF-8 -Dlente.home="%home%" -jar "%home%\lente.jar" %*
exit /b %ERRORLEVEL%

:try
if not exist %1 exit /b 0
for /f "tokens=3" %%v in ('%1 -version 2^>^&1 ^| findstr /i "version"') do for /f "tokens=1 delims=.-" %%m in ("%%~v") do if %%m GEQ 21 set "java=%~1"
exit /b 0
